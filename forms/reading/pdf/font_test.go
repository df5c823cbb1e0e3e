package pdf

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ledongthuc/pdf"
)

// widthsOf is a font that lists such widths.
func widthsOf(list string) string {
	return strings.Replace(greek, "1[600 600]5 9 400", list, 1)
}

// A font has widths for codes that there can be, whatever it lists.
func TestAFontListsWidthsOfItsCodesOnly(t *testing.T) {
	for list, want := range map[string][]int{
		"1[600 600]5 6 400": {1, 2, 5, 6},
		"-9 2 600":          {0, 1, 2},
		"65534 70000 600":   {65534, 65535},
		"-2[600 600 600]":   {0, 1, 2},
		"5 3 600":           nil,
		"-9 -3 600 1 1 600": {1},
	} {
		r, err := pdf.NewReader(whole(file(widthsOf(list))))
		if err != nil {
			t.Fatal(err)
		}
		got := slices.Sorted(maps.Keys(fontOf(r.Trailer().Key("Root")).widths))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", list, diff)
		}
	}
}
