package workflow

import (
	"net/netip"
	"net/url"
	"strconv"
	"strings"
)

// longestHookAddress is how long the address of a receiver can be, in bytes.
const longestHookAddress = 2000

// hookAddress is where a receiver listens, if it can be meant so. What its name
// leads to is looked at each time something is sent, for that can change.
func hookAddress(raw string, private bool) (string, error) {
	raw, err := normal("/url", strings.TrimSpace(raw))
	if err != nil {
		return "", err
	}
	u, err := url.Parse(raw)
	switch {
	case err != nil || u.Hostname() == "" || len(raw) > longestHookAddress:
		return "", invalid("/url", "write the address of the receiver, like https://example.org/hooks/ahq")
	case u.Scheme != "https" && (u.Scheme != "http" || !private):
		return "", invalid("/url", "the address has to begin with https://, so that nobody reads along")
	case u.User != nil:
		return "", invalid("/url", "leave the user and the password out of the address: the signature says who sends")
	case u.Fragment != "":
		return "", invalid("/url", "leave out what follows the #: it is never sent")
	case !private && inside(u.Hostname()):
		return "", invalid("/url", "this address leads into a private network: use a public one, or ask whoever runs ahq to allow private ones")
	}
	return u.String(), nil
}

// inside says whether a host is, as it is written, no public one. A number that
// is no address as people write them (0177.1, 2130706433) would be read as one.
func inside(host string) bool {
	host = strings.ToLower(strings.TrimSuffix(host, "."))
	if ip, err := netip.ParseAddr(host); err == nil {
		ip = ip.Unmap()
		return !ip.IsGlobalUnicast() || ip.IsPrivate()
	}
	last := host[strings.LastIndex(host, ".")+1:]
	_, err := strconv.ParseUint(last, 0, 64)
	return err == nil || last == "localhost" || last == "local" || last == "internal"
}
