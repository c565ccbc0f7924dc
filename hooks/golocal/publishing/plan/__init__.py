"""The plan workbook: a plan as rows from a right to the office that answers for it, with lists made of the records."""
