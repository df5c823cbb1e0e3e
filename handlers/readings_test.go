package handlers

import (
	"golang.org/x/text/language"
	"net/url"
	"testing"

	"ahq/forms"
)

func amount(number, currency string) forms.Amount {
	return forms.Amount{Amount: *total(number), Currency: currency}
}

func total(number string) *forms.Decimal {
	var d forms.Decimal
	if err := d.UnmarshalText([]byte(number)); err != nil {
		panic(err)
	}
	return &d
}

func TestReadingsInWords(t *testing.T) {
	day, month, year, six := "2016-05-23", "2016-11", "2009", 6
	estimate := amount("180000", "EUR")
	estimate.Estimated = true
	first := amount("100000", "EUR")
	first.Label, first.Payer = "2009", "the EU"
	english := catalogueOf(t).in(language.English)
	for _, c := range []struct {
		kind forms.Kind
		read forms.Reading
		says string
	}{
		{forms.MoneyKind, forms.Reading{Money: &forms.Money{Amounts: []forms.Amount{amount("49780", "EUR")}, Total: total("49780.00"), Currency: "EUR"}}, "49\u00a0780\u00a0EUR, total"},
		{forms.MoneyKind, forms.Reading{Money: &forms.Money{Amounts: []forms.Amount{amount("1234567.5", "")}, Total: total("1234567.5")}}, "1\u00a0234\u00a0567.50, no currency, total"},
		{forms.MoneyKind, forms.Reading{Money: &forms.Money{Amounts: []forms.Amount{estimate}, Total: total("180000"), Currency: "EUR"}}, "180\u00a0000\u00a0EUR, estimated, total"},
		{forms.MoneyKind, forms.Reading{Money: &forms.Money{Amounts: []forms.Amount{first, amount("999", "EUR")}, Total: total("100999"), Currency: "EUR"}},
			"100\u00a0999\u00a0EUR in total: 100\u00a0000\u00a0EUR (2009, paid by the EU) + 999\u00a0EUR"},
		{forms.MoneyKind, forms.Reading{Money: &forms.Money{Amounts: []forms.Amount{amount("5", "EUR"), amount("6", "NOK")}}}, "5\u00a0EUR + 6\u00a0NOK, no total"},
		{forms.MoneyKind, forms.Reading{Money: &forms.Money{}}, ""},
		{forms.PeriodKind, forms.Reading{Period: &forms.Period{Start: &day, End: &month, Months: &six}}, "23 May 2016 to November 2016, 6 months"},
		{forms.PeriodKind, forms.Reading{Period: &forms.Period{Start: &year, End: &year}}, "2009"},
		{forms.PeriodKind, forms.Reading{Period: &forms.Period{End: &year}}, "until 2009"},
		{forms.PeriodKind, forms.Reading{Period: &forms.Period{}}, ""},
		{forms.LinksKind, forms.Reading{Links: &forms.Links{Links: []string{"a.example", "@b"}}}, "2 links: a.example, @b"},
		{forms.VerdictKind, forms.Reading{Verdict: &forms.Verdict{Verdict: forms.Unknown}, Reason: forms.NoInformation}, "cannot say yet"},
		{forms.LanguagesKind, forms.Reading{Languages: &forms.Languages{Languages: []string{"Dari", "Pashtu"}}}, "the languages Dari, Pashtu"},
		{forms.ChannelsKind, forms.Reading{Channels: &forms.Channels{Channels: []forms.Channel{"radio", "social-media"}}}, "the channels radio, social media"},
		{forms.CountriesKind, forms.Reading{Countries: &forms.Countries{Countries: []string{"MK", "XK"}}}, "MK, XK"},
		{forms.EmailKind, forms.Reading{Emails: &forms.Emails{Emails: []string{"a@b.example"}}}, "a@b.example"},
		{forms.ChoiceKind, forms.Reading{Choice: &forms.Choice{Choice: "yes"}}, "Yes, often"},
		{forms.NumberKind, forms.Reading{Number: &forms.Number{Number: total("3")}}, "3"},
		{forms.DateKind, forms.Reading{Date: &forms.Date{Date: &day}}, "23 May 2016"},
		{forms.TextKind, forms.Reading{Reason: forms.NotApplicable}, "it does not apply here"},
		{forms.TextKind, forms.Reading{}, ""},
	} {
		got, err := english.text(readAs(forms.Question{Kind: c.kind, Options: []forms.Option{{ID: "yes", Label: "Yes, often"}}}, c.read))
		if err != nil || got != c.says {
			t.Errorf("%s is told as %q (%v), not %q", c.kind, got, err, c.says)
		}
	}
}

func TestTimeLeftInWords(t *testing.T) {
	for replyBy, says := range map[string]string{
		"2017-01-23": "4 days left", "2017-01-20": "due tomorrow", "2017-01-19": "due today",
		"2017-01-18": "1 day late", "2017-01-01": "18 days late", "": "",
	} {
		got, err := catalogueOf(t).in(language.English).text(timeLeft(replyBy, "2017-01-19"))
		if err != nil || got != says {
			t.Errorf("%s: %q, not %q", replyBy, got, says)
		}
	}
}

func TestOnlyOurOwnPagesAreGoneBackTo(t *testing.T) {
	for address, to := range map[string]string{
		"/": "/", "/responses/x?a=b": "/responses/x?a=b", "": "/", "x": "/", "//x": "/", `/\x`: "/", "https://x/": "/", "javascript:x": "/", "/%zz": "/", "/\t/x": "/",
	} {
		if got := ownPage(address); got != to {
			t.Errorf("%q leads to %q, not %q", address, got, to)
		}
	}
}

// What is typed of how a text is to be read is shown again as it was meant, and
// reading it never fails badly.
func FuzzCorrectionsComeBackAsTheyWere(f *testing.F) {
	for _, seed := range []string{"49780.00", "EUR", "2016-05", "6", "a.example b.example", "Dari, Pashtu", "website, Radio, radio", "none", "MK, XK", "-0", "1e9", "\x00", "é,"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		for kind, fields := range corrections {
			q := forms.Question{ID: "q", Kind: kind}
			for _, field := range fields {
				name := "q.read." + field.name
				first, err := typedCorrection(url.Values{name: {typed}}, q, "")
				if err != nil || first == nil {
					continue
				}
				again, err := typedCorrection(url.Values{name: {field.show(*first)}}, q, "")
				if field.show(*first) == "" {
					continue // a list of nothing
				}
				if err != nil || shownCorrection(again) != shownCorrection(first) {
					t.Errorf("%s of a %s: %q is shown as %q, and read as %s, not %s (%v)", field.name, kind, typed,
						field.show(*first), shownCorrection(again), shownCorrection(first), err)
				}
			}
		}
	})
}
