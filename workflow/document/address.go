package document

import (
	"net/url"
	"strings"
)

// longestAddress is what Word takes as a link; a longer one may make it call
// the whole file damaged.
const longestAddress = 2000

// address is where a link may lead, fit for an attribute; "" if it must stay
// plain text. Only the web and mail are linked: what people paste also holds
// javascript: and file:.
func address(link string) string {
	u, err := url.Parse(link)
	if err != nil || len(link) > longestAddress {
		return ""
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		if u.Hostname() == "" {
			return ""
		}
	case "mailto":
		if u.Opaque == "" {
			return ""
		}
	default:
		return ""
	}
	return encoded.Replace(link)
}

// encoded writes out what may not stand in an address as it is.
var encoded = strings.NewReplacer(" ", "%20", `"`, "%22", "<", "%3C", ">", "%3E",
	`\`, "%5C", "^", "%5E", "`", "%60", "{", "%7B", "|", "%7C", "}", "%7D")
