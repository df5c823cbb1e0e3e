package forms

import (
	"strconv"
	"strings"
	"testing"
)

// periods as "start..end months", what is unknown left out
func sketchedPeriod(p *Period) string {
	s := ""
	if p.Start != nil {
		s = *p.Start
	}
	s += ".."
	if p.End != nil {
		s += *p.End
	}
	if p.Months != nil {
		s += " " + strconv.Itoa(*p.Months)
	}
	return s
}

func TestPeriods(t *testing.T) {
	tests := []struct{ raw, expected string }{
		// as the Belgian response has them
		{"4 Months – October 2009 / January 2010", "2009-10..2010-01 4"},
		{"5 Months -\nSeptember 2010- January 2011", "2010-09..2011-01 5"},
		{"18 Months (2009-2010)", "2009..2010 18"},
		{"5 Months + 5 Months of extension\nSeptember 2011- June 2012", "2011-09..2012-06 10"},
		{"2012-2013 (6 months)", "2012..2013 6"},
		{"2013 - 2014 (6 months)", "2013..2014 6"},
		{"Starting date suspended, duration 6 months.", ".. 6"},
		{"6 months 2017-2018", "2017..2018 6"},
		{"February - September 2015", "2015-02..2015-09"},
		{"1/9/2012 – 28/2/2013(6 months)", "2012-09-01..2013-02-28 6"},
		{"23 May 2016 – 22 November 2016 (6 months)", "2016-05-23..2016-11-22 6"},
		{"1 October – 31 December 2011(3 months)", "2011-10-01..2011-12-31 3"},
		{"01/01/2013 -31/03/2014  (the effective duration was 6 months but it took us 9 months)", "2013-01-01..2014-03-31 6"},
		{"Twinning Project : March 2016 – August 2018 (30 months)\nUnder preparation.", "2016-03..2018-08 30"},
		{"I: 12.12.2011 – 01.08.2012 (8 months); prolonged until  30.09.2012\nII: 01.02.2012 – 01.08.2012 (6 months); prolonged until 30.09.2012", "2011-12-12..2012-09-30"},
		{"April 2015-  December 2015  (9 months)", "2015-04..2015-12 9"},
		{"2009 – 4 months\n2010 – 2011 – 6 months", "2009..2011"},
		{"2016 – 6 months (implementation Aug 2016 – January 2017)", "2016-08..2017-01 6"},
		{"4 months : February – May 2010", "2010-02..2010-05 4"},
		// one end only
		{"since 2015", "2015.."},
		{"from 2014 onwards", "2014.."},
		{"ongoing since March 2016", "2016-03.."},
		{"2014 – present", "2014.."},
		{"2014 –", "2014.."},
		{"until June 2017", "..2017-06"},
		{"jusqu’en juin 2017", "..2017-06"},
		{"Start: March 2016; End: June 2017", "2016-03..2017-06"},
		// in figures
		{"2015/2016", "2015..2016"},
		{"2015/16", "2015..2016"},
		{"2015-16", "2015..2016"},
		{"2016-03", "2016-03..2016-03"},
		{"2009-10 to 2010-01", "2009-10..2010-01"},
		{"03/2016 – 09/2016", "2016-03..2016-09"},
		{"07-08/2015", "2015-07..2015-08"},
		{"10/2015-03/2016", "2015-10..2016-03"},
		{"2016-03-01 to 2016-09-30", "2016-03-01..2016-09-30"},
		{"2014.01.01-2014.12.31.", "2014-01-01..2014-12-31"},
		{"1/9 – 30/9/2016", "2016-09-01..2016-09-30"},
		{"1.1.–31.12.2015", "2015-01-01..2015-12-31"},
		{"15.09.15-15.12.15", "2015-09-15..2015-12-15"},
		{"12/25/2016", "2016-12-25..2016-12-25"},
		// in words
		{"1st of May 2016", "2016-05-01..2016-05-01"},
		{"May 1, 2016 – June 3, 2016", "2016-05-01..2016-06-03"},
		{"1-15 March 2016", "2016-03-01..2016-03-15"},
		{"1. Mai 2016", "2016-05-01..2016-05-01"},
		{"1er mai au 31 août 2016", "2016-05-01..2016-08-31"},
		{"mai–juin 2016", "2016-05..2016-06"},
		{"vom 1. März bis 31. August 2016 (6 Monate)", "2016-03-01..2016-08-31 6"},
		{"4 Monate (Oktober 2009 bis Jänner 2010)", "2009-10..2010-01 4"},
		{"van januari tot juni 2016, 6 maanden", "2016-01..2016-06 6"},
		{"okt 2015 t/m mrt 2016", "2015-10..2016-03"},
		{"15. juni – 15. september 2016 (tre måneder)", "2016-06-15..2016-09-15 3"},
		{"från och med 1 januari 2016 till och med 30 juni 2016", "2016-01-01..2016-06-30"},
		{"toukokuu 2016 – elokuu 2016 (4 kuukautta)", "2016-05..2016-08 4"},
		{"od 1 stycznia 2016 do 30 czerwca 2016", "2016-01-01..2016-06-30"},
		{"Oct. 2015 – Mar. 2016", "2015-10..2016-03"},
		{"Oct-15 to Mar-16", "2015-10..2016-03"},
		{"October\n2009 –\nJanuary\n2010", "2009-10..2010-01"},
		{"October – January 2016", "2015-10..2016-01"},
		{"Nov 2015 - February", "2015-11..2016-02"},
		{"September, October and November 2016", "2016-09..2016-11"},
		{"3-month campaign in 2016 (May to July)", "2016-05..2016-07 3"},
		{"Q1 2016", "2016-01..2016-03"},
		{"Q2 2015 - Q1 2016", "2015-04..2016-03"},
		{"1er trimestre 2015", "2015-01..2015-03"},
		{"spring 2016", "2016..2016"},
		{"end of 2015 – beginning of 2016", "2015..2016"},
		// no dates
		{"", ".."},
		{"31/02/2016", ".."},
		{"13/2016", ".."},
		{"31 April 2016", ".."},
		{"2016-13", ".."},
		{"1812 to 2150", ".."},
		{"it may be prolonged", ".."},
		{"tel. +32 2 793 2016", ".."},
		{"2000 persons", ".."},
		{"2000 EUR", ".."},
	}
	for _, test := range tests {
		if found := sketchedPeriod(readPeriod(test.raw).Period); found != test.expected {
			t.Errorf("%q is %s, expected %s", test.raw, found, test.expected)
		}
	}
}

func TestLengths(t *testing.T) {
	for raw, months := range map[string]int{
		"one year": 12, "2 years": 24, "six months": 6, "six (6) months": 6, "twenty-four months": 24, "12-month campaign": 12,
		"6 mois": 6, "dix-huit mois": 18, "6 Monaten": 6, "ein Jahr": 12, "6 maanden": 6, "6 måneder": 6, "6 månader": 6, "to år": 24, "un an": 12,
		"a year and a half": 18, "1,5 years": 18, "half a year": 6, "1 year and 6 months": 18,
		"6 months, extended by 3 months": 9, "5 + 5 months": 10, "5 months, extension of 5 months": 10,
		"9 months (3 months preparation, 6 months implementation)": 9, "24 months in total: 12 months (2014) and 12 months (2015)": 24,
		"1 May – 30 June 2016, 2 months (two months)": 2,
	} {
		if p := readPeriod(raw).Period; p.Months == nil || *p.Months != months {
			t.Errorf("%q is %s, expected %d months", raw, sketchedPeriod(p), months)
		}
	}
	for _, raw := range []string{
		"6 weeks", "6 to 9 months", "2 x 6 months", "I: 2015 (6 months)\nII: 2016 (6 months)", "2014 and 2015, 6 months each",
		"youth aged 18 years", "6 months ago", "3 months preparation, 6 months implementation", "6 months, prolonged until 30.09.2017",
	} {
		if p := readPeriod(raw).Period; p.Months != nil {
			t.Errorf("%q is %d months", raw, *p.Months)
		}
	}
}

func TestPeriodsThatRunBackward(t *testing.T) {
	tests := []struct {
		raw                string
		reversed, backward bool
		span               int
	}{
		{"1/9/2013 – 28/2/2012", true, false, 0},
		{"30-06-2016 to 01-01-2016", true, false, 0},
		{"October 2016 – January 2016", false, true, 0},
		{"2016 – 2015", false, true, 0},
		{"2 October 2016 – January 2016", false, true, 0},
		{"June 2013 – December 2014", false, false, 19},
		{"1/9/2012 – 28/2/2013", false, false, 6},
		{"May 2016", false, false, 1},
		{"2013 – 2014", false, false, 0},
		{"since May 2016", false, false, 0},
	}
	for _, test := range tests {
		p := readPeriod(test.raw).Period
		if p.Reversed != test.reversed || p.Backward != test.backward || p.Span != test.span {
			t.Errorf("%q: reversed %t, backward %t, span %d", test.raw, p.Reversed, p.Backward, p.Span)
		}
	}
}

func TestEveryMonthHasItsName(t *testing.T) {
	for _, language := range monthNames {
		if n := len(tokenize(language)); n != 12 {
			t.Errorf("%q are %d months", language, n)
		}
	}
	for i, language := range monthNames {
		for month, name := range tokenize(language) {
			if found := monthOf(name); found != month+1 && !(strings.HasPrefix(name.text, "listopad") && found == 11) {
				t.Errorf("row %d: %s is month %d", i, name.text, found)
			}
		}
	}
}
