package forms

import "testing"

// Periods as states write them, in their languages and with their habits.
func TestPeriodsAsStatesWriteThem(t *testing.T) {
	for raw, want := range map[string]string{
		"first quarter 2016":                  "2016-01..2016-03",
		"second half of 2015":                 "2015-07..2015-12",
		"first half of 2016":                  "2016-01..2016-06",
		"H1 2016":                             "2016-01..2016-06",
		"από το 2014":                         "2014..",
		"alates 2014":                         "2014..",
		"nuo 2014 m.":                         "2014..",
		"May 1st – 15th, 2016":                "2016-05-01..2016-05-15",
		"tammi–maaliskuu 2016":                "2016-01..2016-03",
		"tammikuusta maaliskuuhun 2016":       "2016-01..2016-03",
		"januára – marca 2016":                "2016-01..2016-03",
		"2016. január 1. – 2016. március 31.": "2016-01-01..2016-03-31",
		"2016. gada janvāris":                 "2016-01..2016-01",
		"2016 m. sausio 1 d. – kovo 31 d.":    "2016-01-01..2016-03-31",
		"sausis 2016":                         "2016-01..2016-01",
		"Ιανουάριος – Μάρτιος 2016":           "2016-01..2016-03",
		"Ιανουαρίου 2016 – Μαρτίου 2016":      "2016-01..2016-03",
		"από 1 Μαΐου 2016 έως 31 Αυγούστου 2016":   "2016-05-01..2016-08-31",
		"Σεπτέμβριος 2015":                         "2015-09..2015-09",
		"януари – март 2016":                       "2016-01..2016-03",
		"януари 2016 г. – март 2016 г.":            "2016-01..2016-03",
		"от 1 май 2016 до 31 август 2016":          "2016-05-01..2016-08-31",
		"siječanj – ožujak 2016":                   "2016-01..2016-03",
		"od siječnja do ožujka 2016.":              "2016-01..2016-03",
		"od januarja do marca 2016":                "2016-01..2016-03",
		"Jannar – Marzu 2016":                      "2016-01..2016-03",
		"6 mēneši":                                 ".. 6",
		"6 mėnesiai":                               ".. 6",
		"6 μήνες":                                  ".. 6",
		"6 месеца":                                 ".. 6",
		"6 xhur":                                   ".. 6",
		"2 χρόνια":                                 ".. 24",
		"begin maart – eind juni 2016":             "2016-03..2016-06",
		"Oct 2015 - Sept 2016, 12 mo.":             "2015-10..2016-09 12",
		"May 1-15, 2016":                           "2016-05-01..2016-05-15",
		"2014 roku":                                "2014..2014",
		"od 2014 roku do 2016 roku":                "2014..2016",
		"od stycznia 2014 roku do marca 2015 roku": "2014-01..2015-03",
		"2014 m. kovo mėn. – 2016 m. gegužės mėn.": "2014-03..2016-05",
		"last quarter of 2015":                     "2015-10..2015-12",
		"in the second quarter of 2015 and the first quarter of 2016": "2015-04..2016-03",
		"1H 2016":                                  "2016-01..2016-06",
		"2. Halbjahr 2015":                         "2015-07..2015-12",
		"second semestre 2015":                     "2015-07..2015-12",
		"tweede helft van 2015":                    "2015-07..2015-12",
		"18 months, of which 6 months preparation": ".. 18",
		"6 months (renewed for 6 months)":          ".. 12",
		"2015 and 2016 (twice 3 months)":           "2015..2016",
		"ongoing, 2016":                            "2016..",
		"20/6 - 20/9 2016":                         "2016-06-20..2016-09-20",
		"tammi–huhtikuu 2016":                      "2016-01..2016-04",
	} {
		if got := sketchedPeriod(readPeriod(raw).Period); got != want {
			t.Errorf("%q is %s, not %s", raw, got, want)
		}
	}
}
