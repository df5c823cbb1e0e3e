package workflow

import (
	"net/url"
	"slices"
	"strings"
)

// platforms are those that are counted by name, with the hosts that lead there.
var platforms = []struct {
	name  string
	hosts []string
}{
	{"Facebook", []string{"facebook.com", "fb.com", "fb.me", "fb.watch"}},
	{"YouTube", []string{"youtube.com", "youtu.be"}},
	{"Twitter", []string{"twitter.com", "x.com", "t.co"}},
	{"Instagram", []string{"instagram.com", "instagr.am"}},
}

// What leads to none of them, and what leads nowhere.
const (
	otherPlatform = "other addresses"
	noPlatform    = "without an address"
)

// Platforms are those that records can be narrowed to.
func Platforms() []string {
	return slices.DeleteFunc(platformNames(), func(p string) bool { return p == noPlatform })
}

// platformNames are all names, in the order in which they are counted.
func platformNames() []string {
	var names []string
	for _, p := range platforms {
		names = append(names, p.name)
	}
	return append(names, otherPlatform, noPlatform)
}

// platformOf is the platform that an address leads to, with a scheme or without.
func platformOf(link string) string {
	if !strings.Contains(link, "://") {
		link = "//" + link
	}
	u, err := url.Parse(link)
	if err != nil {
		return otherPlatform
	}
	host := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
	for _, p := range platforms {
		for _, h := range p.hosts {
			if host == h || strings.HasSuffix(host, "."+h) {
				return p.name
			}
		}
	}
	return otherPlatform
}
