package forms

import "strings"

// readEmails reads e-mail addresses in the order of the text, each once.
func readEmails(raw string) Reading {
	found, seen := &Emails{Emails: []string{}}, map[string]bool{}
	for at := 0; ; {
		next := strings.IndexByte(raw[at:], '@')
		if next < 0 {
			return Reading{Reason: readReason(raw), Emails: found}
		}
		at += next
		if email := emailAround(raw, at); email != "" && !seen[email] {
			seen[email] = true
			found.Emails = append(found.Emails, email)
		}
		at++
	}
}

// The longest that the two halves of an address may be.
const (
	longestLocal  = 64
	longestDomain = 253
)

// emailAround is the address whose "@" stands there, or "".
func emailAround(raw string, at int) string {
	from := at
	for from > 0 && at-from <= longestLocal && inLocal(raw[from-1]) {
		from--
	}
	for from < at && (raw[from] == '.' || raw[from] == '\'' || raw[from] == '-') {
		from++
	}
	window := raw[at+1 : min(len(raw), at+1+longestDomain+1)]
	domain := strings.TrimRight(window[:runLength(window)], "-._+")
	local := raw[from:at]
	if local == "" || len(local) > longestLocal || strings.HasSuffix(local, ".") || strings.Contains(local, "..") || !isDomain(domain) {
		return ""
	}
	return raw[from : at+1+len(domain)]
}

func inLocal(c byte) bool {
	return inHandle(c) || strings.IndexByte("!#$%&'*+-/=?^`{|}~", c) >= 0 || c >= 0x80
}

// isDomain: labels between dots, the last of letters only.
func isDomain(name string) bool {
	labels := strings.Split(name, ".")
	if len(labels) < 2 || len(name) > longestDomain {
		return false
	}
	for _, label := range labels {
		if label == "" || len(label) > 63 || strings.Trim(label, "-") != label || strings.ContainsAny(label, "_+") {
			return false
		}
	}
	last := labels[len(labels)-1]
	return len(last) > 1 && !strings.ContainsAny(last, "0123456789")
}
