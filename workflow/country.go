package workflow

import "golang.org/x/text/language"

// isCountry says whether a code names a country: ISO 3166-1 alpha-2, or XK.
func isCountry(code string) bool {
	region, err := language.ParseRegion(code)
	return err == nil && region.IsCountry() && region.String() == code
}
