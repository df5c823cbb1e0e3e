package document

// A seriesLook is how the bars of a series are filled, and the ink in which
// their numbers can be read on them; both are RGB in hex.
type seriesLook struct{ Fill, Ink string }

// seriesLooks differ in lightness too, for those who see no colours.
var seriesLooks = [...]seriesLook{
	{"1F3F66", "FFFFFF"},
	{"7FA3C7", "000000"},
	{"C9A227", "000000"},
	{"8A8A8A", "000000"},
	{"4E7A51", "FFFFFF"},
	{"B5651D", "000000"},
}

// seriesLookOf is the look of the nth series, counted from zero. A seventh looks like
// the first: a chart with so many is read by its numbers.
func seriesLookOf(n int) seriesLook { return seriesLooks[n%len(seriesLooks)] }

// at is the value of the series in the nth category: what is not said is none, and
// nothing is counted below it.
func (s Series) at(n int) int {
	if n >= len(s.Values) {
		return 0
	}
	return max(s.Values[n], 0)
}

// length is how long the bar of the nth category is: all its values together.
func (c Chart) length(n int) int {
	sum := 0
	for _, s := range c.Series {
		sum += s.at(n)
	}
	return sum
}

// longest is the length of the longest bar.
func (c Chart) longest() int {
	most := 0
	for n := range c.Categories {
		most = max(most, c.length(n))
	}
	return most
}

// empty says that there is nothing to draw.
func (c Chart) empty() bool { return len(c.Categories)*len(c.Series) == 0 }
