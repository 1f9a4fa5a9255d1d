"""Files that leave the bank: exports, pages to print, packs."""
