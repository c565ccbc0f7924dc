/* Controls that need scripts show only where scripts run. */
document.documentElement.classList.replace("no-js", "js");
