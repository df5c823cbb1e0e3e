package document

import (
	"fmt"
	"math"
	"testing"
)

func TestAChartAddsUpWhatItCounts(t *testing.T) {
	c := Chart{Categories: []string{"Austria", "Belgium", "Malta"}, Series: []Series{
		{"Yes", []int{3, 0, 1}},
		{"No", []int{2, -1}},
	}}
	for i, want := range []int{5, 0, 1} {
		if got := c.total(i); got != want {
			t.Errorf("%s: got %d, want %d", c.Categories[i], got, want)
		}
	}
	if c.max() != 5 || (Chart{}).max() != 0 {
		t.Errorf("the longest bars are %d and %d, want 5 and 0", c.max(), Chart{}.max())
	}
}

// luminance is that of the Web Content Accessibility Guidelines.
func luminance(colour string) float64 {
	var rgb [3]uint8
	_, _ = fmt.Sscanf(colour, "%02x%02x%02x", &rgb[0], &rgb[1], &rgb[2])
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		v := float64(rgb[i]) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		sum += weight * v
	}
	return sum
}

func contrast(a, b string) float64 {
	light, dark := luminance(a), luminance(b)
	if light < dark {
		light, dark = dark, light
	}
	return (light + 0.05) / (dark + 0.05)
}

func TestShadesCanBeReadAndToldApartWithoutColour(t *testing.T) {
	for i, s := range shades {
		if c := contrast(s.Fill, s.Ink); c < 4.5 {
			t.Errorf("%s on %s has a contrast of %.1f, want 4.5", s.Ink, s.Fill, c)
		}
		next := shades[(i+1)%len(shades)]
		if c := contrast(s.Fill, next.Fill); c < 2.5 {
			t.Errorf("%s beside %s has a contrast of %.1f, want 2.5", s.Fill, next.Fill, c)
		}
	}
}
