package forms

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// sampleRecord is a campaign of the usual length: about 4.4 KB of JSON.
func sampleRecord(n int) Record {
	prose := "The campaign told people in %d towns about legal ways to travel, and about what awaits those who take others. "
	text := func(times int) Answer { return Answer{Text: strings.Repeat(fmt.Sprintf(prose, n+12), times)} }
	return Record{
		ID: fmt.Sprintf("r%d", n+1), Section: "origin", Heading: "ARMENIA & GEORGIA", Countries: []string{"AM", "GE"}, Status: Finished,
		Cells: map[string]Answer{
			"title":         {Text: fmt.Sprintf("Sample campaign %d", n+1)},
			"period":        {Text: "May 2015 – October 2015 (6 months)"},
			"costs":         {Text: "40 000,00 EUR, of which 25 000,00 EUR by the ministry"},
			"audience":      {Text: "Young people and their families, in Armenian and Georgian"},
			"partners":      text(1),
			"objectives":    text(5),
			"channels":      text(6),
			"effectiveness": text(5),
			"links":         {Text: "https://campaign.example.org/start and www.example.org"},
			"success":       {Text: "Yes, the ministry was content. " + text(4).Text},
			"evaluation":    {Text: "Yes, with interviews before and after. " + text(4).Text},
			"reception":     {Text: "Visitors reacted with interest. " + text(4).Text},
			"lessons":       text(4),
		},
	}
}

func sampleContent(records int) Content {
	c := Content{Questionnaire: "norway-2016", NCP: "BE"}
	for n := range records {
		c.Records = append(c.Records, sampleRecord(n))
	}
	return c
}

func encoded(b *testing.B, records int) []byte {
	b.Helper()
	raw, err := EncodeContent(sampleContent(records))
	if err != nil {
		b.Fatal(err)
	}
	return raw
}

func BenchmarkDecode(b *testing.B) {
	raw := encoded(b, 1)
	b.ReportAllocs()
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		if _, err := DecodeContent(raw); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkDecodeAndShape is what every save through the API pays for a table.
func BenchmarkDecodeAndShape(b *testing.B) {
	raw, f := encoded(b, 1), compiled(b, "norway-2016")
	b.ReportAllocs()
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		c, err := DecodeContent(raw)
		if err != nil || f.Shape(c, Asked{NCP: "BE"}).Err() != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	f := compiled(b, "norway-2016")
	on := time.Date(2017, 1, 20, 0, 0, 0, 0, time.UTC)
	for _, records := range []int{1, 24, 240} {
		c := sampleContent(records)
		b.Run(fmt.Sprintf("records=%d", records), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				f.Check(c, Asked{NCP: "BE", On: on})
			}
			b.ReportMetric(float64(records)*float64(b.N)/b.Elapsed().Seconds(), "tables/s")
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	q, _ := Shipped("norway-2016")
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Compile(q); err != nil {
			b.Fatal(err)
		}
	}
}
