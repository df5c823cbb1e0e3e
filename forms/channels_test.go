package forms

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestChannels(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"Social media, radio", "social-media radio"},
		{"- TV spots\n- Website and social media: use of Facebook\n- Printed materials (leaflets, posters)", "television website social-media print posters"},
		{"Several local television channels of Kinshasa showed the film.", "television film"},
		{"Meetings with the press, debates on the radio, newspapers, workshops", "press radio events"},
		{"a phone number that people can call", "hotline"},
		{"spots à la télévision et affiches", "television posters"},
		{"Fernsehen, Plakate und Broschüren", "television posters print"},
		{"The programme was put on air by a national network", ""},
		// what was not used
		{"Television was not used. Posters were.", "posters"},
		{"No TV, radio or posters were used", ""},
		{"TV, radio and posters were not used", ""},
		{"Neither radio nor television", ""},
		{"Not used: radio, television", ""},
		{"The radio wasn’t used", ""},
		{"Television was\nnot used", ""},
		{"No radio, but leaflets", "print"},
		{"Radio instead of TV", ""},
		{"- leaflets\n- no posters", "print"},
		{"TV\nRadio\nNo posters", "television radio"},
		{"Not only on television but also on the radio", "television radio"},
		{"pas de télévision; une affiche", "posters"},
		// words that only look like one
		{"they play a role; pressing needs; a fair procedure", ""},
		{"digital banners", ""},
		{"N/A", ""},
		{"", ""},
	} {
		if got := joined(readChannels(c.raw).Channels.Channels); got != c.want {
			t.Errorf("%q is read as %q, want %q", c.raw, got, c.want)
		}
	}
}

func joined(ids []Channel) string { return strings.Trim(fmt.Sprint(ids), "[]") }

// seedChannels is what a person reads in the rows of the seed, by campaign.
var seedChannels = map[int]string{
	1:  "television radio print stage film",
	2:  "television events stage print posters",
	3:  "film television",
	5:  "events print posters",
	7:  "television events website",
	9:  "events radio print website social-media hotline",
	10: "",
	12: "events film radio hotline print posters website",
	14: "television press events website social-media print posters",
	17: "print social-media television radio events",
	19: "radio television print events website",
	23: "events",
}

func TestSeedChannels(t *testing.T) {
	for _, c := range wordsSeed(t) {
		want, known := seedChannels[c.Number]
		got := strings.Fields(joined(readChannels(c.Cells["channels"]).Channels.Channels))
		if expected := strings.Fields(want); known && !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(expected))) {
			t.Errorf("campaign %d: %q, not %q, in\n%s", c.Number, got, expected, c.Cells["channels"])
		}
	}
}

func TestAPhraseNamesOneChannel(t *testing.T) {
	of := map[string]Channel{}
	for _, c := range channels {
		for phrase := range strings.SplitSeq(c.phrases, ",") {
			phrase = folded(phrase)
			if other, taken := of[phrase]; taken && other != c.ID || phrase == "" {
				t.Errorf("%q names %s and %s", phrase, other, c.ID)
			}
			of[phrase] = c.ID
		}
	}
}

// A statement of any words: what is denied in it is never read, each channel is
// read once, and each that is read was named.
func TestWhatIsDeniedIsNotRead(t *testing.T) {
	var names []string
	for _, c := range channels {
		for phrase := range strings.SplitSeq(c.phrases, ",") {
			names = append(names, strings.TrimSpace(phrase))
		}
	}
	known := rapid.SampledFrom(append(names, "was", "used", "and", ",", "the", "(", ")", "12", "also", "in"))
	rapid.Check(t, func(t *rapid.T) {
		said := strings.Join(rapid.SliceOfN(known, 0, 12).Draw(t, "said"), " ")
		read := readChannels(said).Channels.Channels
		if slices.Sort(read); len(slices.Compact(read)) != len(read) {
			t.Fatalf("%q names one twice: %q", said, read)
		}
		for _, denial := range []string{"no %s", "%s was not used", "%s, not", "neither %s"} {
			if got := readChannels(fmt.Sprintf(denial, said)).Channels.Channels; len(got) > 0 {
				t.Fatalf("%q is denied in %q, and read as %q", said, denial, got)
			}
		}
	})
}

func FuzzChannels(f *testing.F) {
	for _, raw := range []string{"TV, radio\n- posters", "no TV but radio", "not only: film", "\xff radio", "a) TV\nb) no"} {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		got := readChannels(raw).Channels.Channels
		if got == nil || len(got) > len(channels) {
			t.Errorf("%q is read as %q", raw, got)
		}
	})
}
