/* Long work in short pieces: between two of them the page may answer a key or paint. */
(() => {
  const search = window.golocalSearch;
  search.pause = () => (window.scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve)));
})();
