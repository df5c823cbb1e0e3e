package forms

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestLinks(t *testing.T) {
	for _, test := range []struct {
		says, raw string
		want      []string
	}{
		{"with a scheme", "See http://www.example.org/a?b=c#d.", []string{"http://www.example.org/a?b=c#d"}},
		{"without a scheme", "facebook.com/example, youtu.be/abc", []string{"facebook.com/example", "youtu.be/abc"}},
		{"a bare name", "published on www.example.org.rs", []string{"www.example.org.rs"}},
		{"a bare name without www", "our site is migration-example.be!", []string{"migration-example.be"}},
		{"two in a line", "http://a.example.com/; https://b.example.com/x", []string{"http://a.example.com/", "https://b.example.com/x"}},
		{"two without a space", "http://a.example.com/;https://b.example.com", []string{"http://a.example.com/", "https://b.example.com"}},
		{"twice", "www.example.org and www.example.org", []string{"www.example.org"}},
		{"in brackets", "(see https://example.org/x_(y)).", []string{"https://example.org/x_(y)"}},
		{"in quotes", "“www.example.org” «https://example.com»", []string{"www.example.org", "https://example.com"}},
		{"a handle after a quote", "Twitter: “@example_org", []string{"@example_org"}},
		{"a handle at the end", "Follow @example.", []string{"@example"}},
		{"after a colon without space", "Website:www.example.org", []string{"www.example.org"}},
		{"with a port", "example.org:8080/x", []string{"example.org:8080/x"}},
		{"capitals", "WWW.EXAMPLE.ORG", []string{"WWW.EXAMPLE.ORG"}},
		{"another alphabet", "https://пример.рф/путь и https://example.org/é", []string{"https://пример.рф/путь", "https://example.org/é"}},
		{"other alphabet without scheme", "пример.рф", []string{"пример.рф"}},
		{"angle brackets", "<https://example.org/a>", []string{"https://example.org/a"}},
		{"an e-mail address is none", "info@example.org", nil},
		{"mailto is none", "mailto:info@example.org", nil},
		{"abbreviations", "e.g. the NGO.The rest, i.e. etc.. and U.S. or a.m.", nil},
		{"numbers", "1.5 and 12.12.2011, v2.0, 39,894.75", nil},
		{"a sentence end without space", "after the campaign.It was good", nil},
		{"file names", "report.pdf film.mov text.docx", nil},
		{"a page without an address", "The Facebook page of the campaign", nil},
		{"broken at a dash", "https://www.example.com/%D8%AE-\n%D9%87-x/", []string{"https://www.example.com/%D8%AE-%D9%87-x/"}},
		{"broken with an empty line", "https://www.example.com/%D8%AE-\n\n%D9%87 ", []string{"https://www.example.com/%D8%AE-%D9%87"}},
		{"broken in a query", "http://example.com/url?a=AFQjrJ\nLIAhV&b=2\nsLGG4B_wyR", []string{"http://example.com/url?a=AFQjrJLIAhV&b=2sLGG4B_wyR"}},
		{"broken in a number", "http://example.com/?id=22-58-\n52&x=1", []string{"http://example.com/?id=22-58-52&x=1"}},
		{"a line below is another", "http://example.com/a/\nwww.example.org", []string{"http://example.com/a/", "www.example.org"}},
		{"a word below is none of it", "http://example.com/\nFacebook", []string{"http://example.com/"}},
		{"a year below is none of it", "http://example.com/\n2015-2016", []string{"http://example.com/"}},
		{"a sentence below is none of it", "http://example.com/a-\nfrom 2015 on", []string{"http://example.com/a-"}},
	} {
		if got := readLinks(test.raw).Links.Links; !slices.Equal(got, test.want) {
			t.Errorf("%s: %q is read as %q, not %q", test.says, test.raw, got, test.want)
		}
	}
}

func TestLinksUnsafe(t *testing.T) {
	for raw, want := range map[string][]string{
		"javascript:alert(1)":                     {"javascript:alert(1)"},
		"JavaScript:void(0) www.example.org":      {"JavaScript:void(0)"},
		"see data:text/html;base64,eA== here":     {"data:text/html;base64,eA=="},
		"(file:///etc/passwd)":                    {"file:///etc/passwd)"},
		"link:vbscript:x blob:https://e.org/1":    {"vbscript:x", "blob:https://e.org/1"},
		"javascript://example.org/%0aalert(1)":    {"javascript://example.org/%0aalert(1)"},
		"Data: 15 people":                         nil,
		"metadata:x and profile:y":                nil,
		"https://example.org/data:x?javascript:y": nil,
		"About the file: it is lost":              nil,
	} {
		got := readLinks(raw).Links
		if !slices.Equal(got.Unsafe, want) {
			t.Errorf("%q: unsafe %q, not %q", raw, got.Unsafe, want)
		}
		for _, link := range got.Links {
			if link != "www.example.org" && link != raw {
				t.Errorf("%q gives the link %q", raw, link)
			}
		}
	}
}

func TestLinksNone(t *testing.T) {
	for raw, named := range map[string]bool{
		"No site for it":                    true,
		"The organisation’s Facebook page":  true,
		"Publications of the ministry":      false,
		"":                                  false,
		"www.example.org is the only site.": false,
	} {
		if got := readLinks(raw).Links.Named; got != named {
			t.Errorf("%q names a page: %v", raw, got)
		}
	}
	if got := readLinks("N/A"); got.Reason != NotApplicable || got.Links.Links == nil {
		t.Errorf("N/A is read as %+v", got)
	}
}

func TestLinkIsFoundInProse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		link := rapid.StringMatching(`(https?://)?(www\.)?[a-z]{3,9}\.(org|be|com)/[a-zA-Z0-9_%=&?/-]{0,30}[a-z]`).Draw(t, "link")
		before := rapid.StringMatching(`[A-Za-z ,;(“\n]{0,40}[ (“\n]`).Draw(t, "before")
		after := rapid.StringMatching(`([.,;:!?)”]{0,2}[ ][A-Za-z ,;]{0,40})?`).Draw(t, "after")
		if got := readLinks(before + link + after).Links.Links; len(got) != 1 || got[0] != link {
			t.Fatalf("found %q, not %q", got, link)
		}
	})
}

func FuzzLinks(f *testing.F) {
	for _, raw := range []string{"http://a.org/x", "a@b.c", "@x", "java\nscript:x", "a.b.c.org", "://", "http://", "%D8-\n%D9"} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		for _, link := range readLinks(raw).Links.Links {
			scheme, _, _ := strings.Cut(strings.ToLower(link), ":")
			if unsafeSchemes[scheme] && strings.Contains(link, ":") || strings.ContainsAny(link, " \n\t<>\"") || link == "" {
				t.Errorf("%q gives the link %q", raw, link)
			}
		}
	})
}

func TestLinksInAnyText(t *testing.T) {
	got := LinksIn("N/A, but see www.a.org, unhcr.org/x and @page; mail office@a.org; www.a.org again")
	if want := []string{"www.a.org", "unhcr.org/x", "@page"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
