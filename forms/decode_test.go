package forms

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDecodeContentRefuses(t *testing.T) {
	for _, c := range []struct{ about, raw, pointer, says string }{
		{"nothing", ``, "", "not one sound JSON document"},
		{"an unknown key", `{"questionnaire":"q","colour":1}`, "/colour", `no key "colour"`},
		{"an unknown key within", `{"records":[{"cells":{"costs":{"txt":""}}}]}`, "/records/0/cells/costs/txt", `no key "txt"`},
		{"a key in other case", `{"Records":[]}`, "/Records", "lower case"},
		{"a key twice", `{"ncp":"BE","ncp":"AT"}`, "/ncp", "twice"},
		{"an answer twice", `{"answers":{"a/b":{"text":""},"a/b":{"text":""}}}`, "/answers/a~1b", "twice"},
		{"two documents", `{} {}`, "", "not one sound JSON document"},
		{"more behind it", `{}]`, "", "not one sound JSON document"},
		{"a nesting bomb", `{"records":` + strings.Repeat("[", 20_000), "/records/0", "should be an object"},
		{"a nesting bomb of objects", strings.Repeat(`{"records":[`, 20_000), "/records/0/records", "no key"},
		{"a list for an object", `[]`, "", "should be an object"},
		{"a number for a text", `{"records":[{"heading":5}]}`, "/records/0/heading", "should be a string"},
		{"an object for a list", `{"records":{}}`, "/records", "should be a list"},
		{"a number that is none", `{"answers":{"a":{"text":"","confirmed":{"of":"","reading":{"total":"1,5"}}}}}`, "/answers/a/confirmed/reading/total", "like"},
		{"a number without end", `{"answers":{"a":{"text":"","confirmed":{"of":"","reading":{"total":"1e9999"}}}}}`, "/answers/a/confirmed/reading/total", "plain number"},
		{"a number without quotes", `{"answers":{"a":{"text":"","confirmed":{"of":"","reading":{"number":5}}}}}`, "/answers/a/confirmed/reading/number", "quotes"},
		{"bytes that are no UTF-8", "{\"records\":[{\"heading\":\"\xff\"}]}", "/records/0/heading", "UTF-8"},
		{"half a character", `{"records":[{"heading":"\ud800"}]}`, "/records/0/heading", ""},
		{"NUL in an answer", `{"answers":{"b":{"text":"x\u0000"},"a":{"text":"é\u0000"}}}`, "/answers/a/text", "character 2 is NUL"},
		{"NUL in a cell", `{"records":[{},{"cells":{"costs":{"text":"\u0000"}}}]}`, "/records/1/cells/costs/text", "NUL"},
		{"NUL in a heading", `{"records":[{"heading":"\u0000"}]}`, "/records/0/heading", "NUL"},
		{"NUL in a note", `{"records":[{"note":{"text":"\u0000"}}]}`, "/records/0/note/text", "NUL"},
		{"NUL in a word", `{"answers":{"a":{"text":"","confirmed":{"of":"","warnings":{"link.none":"\u0000"}}}}}`, "/answers/a/confirmed/warnings/link.none", "NUL"},
		{"too much", `{"ncp":"` + strings.Repeat("x", largestContent) + `"}`, "", "at most"},
	} {
		t.Run(c.about, func(t *testing.T) {
			_, err := DecodeContent([]byte(c.raw))
			refused, ok := errors.AsType[*DecodeError](err)
			if !ok {
				t.Fatalf("not refused: %v", err)
			}
			if !strings.HasPrefix(refused.Pointer, c.pointer) || !strings.Contains(refused.Text, c.says) {
				t.Errorf("refused at %q: %s", refused.Pointer, refused.Text)
			}
		})
	}
}

func TestDecodeErrorsNameTheLine(t *testing.T) {
	_, err := DecodeContent([]byte("{\n  \"ncp\": \"BE\",\n  5\n}"))
	if refused, ok := errors.AsType[*DecodeError](err); !ok || refused.Line != 3 || refused.Column != 3 {
		t.Errorf("%#v", err)
	}
}

func TestContentComesBackAsItWas(t *testing.T) {
	text := "“@iomkosovo”\t\u00a0\uf0b7 a)\n\nfrançais \U0001F600 </script> \\u0000"
	c := norwegian(sheetOfCells{"lessons": text}.record(1))
	c.Records[0].Note = Answer{Text: text, Reason: NotYet}
	raw, err := EncodeContent(c)
	if err != nil {
		t.Fatal(err)
	}
	back, err := DecodeContent(raw)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(c, back); diff != "" {
		t.Error(diff)
	}
	again, err := EncodeContent(back)
	if err != nil || string(raw) != string(again) {
		t.Errorf("encoded differently: %v\n%s\n%s", err, raw, again)
	}
}

func TestEndsOfLinesBecomeLF(t *testing.T) {
	c, err := DecodeContent([]byte(`{"answers":{"a":{"text":"1\r\n2\r3\n4\r"}},"records":[{"heading":"A\r\nB","note":{"text":"\r"},"cells":{"c":{"text":"\r\n\r\n"}}}]}`))
	if err != nil {
		t.Fatal(err)
	}
	got := []string{c.Answers["a"].Text, c.Records[0].Heading, c.Records[0].Note.Text, c.Records[0].Cells["c"].Text}
	if diff := cmp.Diff([]string{"1\n2\n3\n4\n", "A\nB", "\n", "\n\n"}, got); diff != "" {
		t.Error(diff)
	}
}

func TestNormal(t *testing.T) {
	for _, c := range []struct{ text, want, refused string }{
		{"as it is\u00a0\t ", "as it is\u00a0\t ", ""},
		{"a\r\nb\rc\n\r", "a\nb\nc\n\n", ""},
		{"é\x00", "", "character 2 is NUL"},
		{"\uFFFDé\xff", "", "character 3 is not UTF-8"},
		{"\xff\x00", "", "character 1 is not UTF-8"},
	} {
		got, err := Normal(c.text)
		if got != c.want || (err != nil) != (c.refused != "") || err != nil && !strings.Contains(err.Error(), c.refused) {
			t.Errorf("%q: %q, %v", c.text, got, err)
		}
	}
}

func FuzzDecodeContent(f *testing.F) {
	f.Add([]byte(`{"questionnaire":"norway-2016","records":[{"id":"r1","section":"origin","cells":{"costs":{"text":"49.780 EUR"}}}]}`))
	f.Add([]byte(`{"questionnaire":"norway-2016","ncp":"AT","answers":{"contact":{"text":"a@b.example\r"}}}`))
	f.Add([]byte(`{"records":[{"section":"origin","cells":{"lessons":{"text":"","reason":"same_as","as":"r1"}}}]}`))
	form := compiled(f, "norway-2016")
	f.Fuzz(func(t *testing.T, raw []byte) {
		c, err := DecodeContent(raw)
		if err != nil {
			if _, ok := errors.AsType[*DecodeError](err); !ok {
				t.Fatalf("refused without a place: %v", err)
			}
			return
		}
		first, err := EncodeContent(c)
		if err != nil {
			t.Fatal(err)
		}
		back, err := DecodeContent(first)
		if err != nil {
			t.Fatal(err)
		}
		if second, err := EncodeContent(back); err != nil || string(first) != string(second) {
			t.Fatalf("%s\n%s\n%v", first, second, err)
		}
		form.Check(c, Asked{NCP: c.NCP, On: january}) // fitting or not, it does not panic
	})
}
