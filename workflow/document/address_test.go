package document

import (
	"regexp"
	"strings"
	"testing"
)

func TestOnlyTheWebAndMailAreLinked(t *testing.T) {
	tests := []struct{ name, link, want string }{
		{"the web", "https://www.example.org/a?b=c&d#e", "https://www.example.org/a?b=c&d#e"},
		{"an old page", "http://example.org", "http://example.org"},
		{"in capitals", "HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG"},
		{"mail", "mailto:ncp@example.org", "mailto:ncp@example.org"},
		{"a host in its own script", "http://пример.example/ü", "http://пример.example/ü"},
		{"what XML and Word dislike", `http://example.org/a b{c}"d"`, "http://example.org/a%20b%7Bc%7D%22d%22"},
		{"nothing", "", ""},
		{"a script", "javascript:alert(1)", ""},
		{"a script in disguise", " JaVaScRiPt:alert(1)", ""},
		{"data", "data:text/html,x", ""},
		{"a file", "file:///etc/passwd", ""},
		{"a file on the network", `\\server\share`, ""},
		{"no scheme", "//example.org", ""},
		{"no host", "http://", ""},
		{"no host but a path", "http:///path", ""},
		{"mail to nobody", "mailto:", ""},
		{"a line end inside", "http://example.org/\nx", ""},
		{"longer than Word takes", "http://example.org/" + strings.Repeat("x", 2000), ""},
	}
	for _, test := range tests {
		if got := address(test.link); got != test.want {
			t.Errorf("%s: address(%q) is %q, want %q", test.name, test.link, got, test.want)
		}
	}
}

func FuzzAddress(f *testing.F) {
	safe := regexp.MustCompile(`^(?i:https?://[^/]|mailto:.)[^\x00-\x20"<>\\^` + "`" + `{|}\x7f]*$`)
	f.Add("https://example.org/a b")
	f.Add("java\tscript:alert(1)")
	f.Fuzz(func(t *testing.T, link string) {
		if got := address(link); got != "" && !safe.MatchString(got) {
			t.Errorf("address(%q) is %q", link, got)
		}
	})
}
