"""Each tab, by what it promises."""
