/* On a narrow screen the row of parts begins at the part that one reads. */
(function () {
  var here = document.querySelector(".parts [aria-current]");
  var row = here && here.closest("ol");
  if (row) row.scrollLeft = here.offsetLeft - row.offsetLeft - 16;
})();
