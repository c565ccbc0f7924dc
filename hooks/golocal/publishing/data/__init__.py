"""Open data: every record as tables, as one catalogue and as citations, and a workbook to plan with."""
