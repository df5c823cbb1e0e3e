package models_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"ahq/models"
	"ahq/models/modelstest"
)

// An archive of this size is looked through under 50 ms at p95 by 8 at once, who read
// what they find.
const (
	archivedAHQs = 1500
	answersEach  = 20
	answerWords  = 150 // some 5 KB
	atOnce       = 8
)

// BenchmarkLibrary looks for common and rare words, alone and together, narrowed
// and not, and for earlier AHQs on the same thing.
func BenchmarkLibrary(b *testing.B) {
	for _, engine := range []struct {
		name string
		open func(testing.TB) *models.Store
	}{{"sqlite", modelstest.Open}, {"postgres", modelstest.OpenPostgres}} {
		store := engine.open(b)
		words := fillArchive(b, store)
		network := models.Scope{Person: office, NCPs: []string{"BE"}, Network: true}
		for name, ask := range map[string]func(context.Context, *rand.Rand) error{
			"search": func(ctx context.Context, r *rand.Rand) error {
				f := models.LibraryFilter{Text: words.some(r, 1+r.IntN(3)), Limit: 10}
				if r.IntN(3) == 0 {
					f.Country, f.Year = "BE", 2010+r.IntN(10)
				}
				_, err := store.Library(ctx, network, f)
				return err
			},
			"the commonest word": func(ctx context.Context, _ *rand.Rand) error {
				_, err := store.Library(ctx, models.Scope{}, models.LibraryFilter{Text: string(words[0]), Limit: 10})
				return err
			},
			"earlier": func(ctx context.Context, r *rand.Rand) error {
				_, err := store.EarlierOnTheSame(ctx, network, "", words.some(r, 5), words.some(r, 40), 5)
				return err
			},
			"choices": func(ctx context.Context, _ *rand.Rand) error {
				_, err := store.LibraryChoices(ctx, models.Scope{}, []string{"return", "visa", "integration"})
				return err
			},
		} {
			for pace, pause := range map[string]time.Duration{"looking": time.Second / 2, "flat-out": 0} {
				b.Run(engine.name+"/"+name+"/"+pace, func(b *testing.B) { clients(b, pause, ask) })
			}
		}
	}
}

// clients ask at once, each after so long, and tell how long 95 of 100 wait at most.
func clients(b *testing.B, pause time.Duration, ask func(context.Context, *rand.Rand) error) {
	var all []time.Duration
	var mu sync.Mutex
	var wg sync.WaitGroup
	left := make(chan struct{}, b.N)
	for range b.N {
		left <- struct{}{}
	}
	close(left)
	b.ResetTimer()
	for n := range atOnce {
		wg.Go(func() {
			r := rand.New(rand.NewPCG(1, uint64(n)))
			time.Sleep(pause * time.Duration(n) / atOnce)
			for range left {
				began := time.Now()
				if err := ask(b.Context(), r); err != nil {
					b.Error(err)
					return
				}
				mu.Lock()
				all = append(all, time.Since(began))
				mu.Unlock()
				time.Sleep(pause - time.Since(began))
			}
		})
	}
	wg.Wait()
	slices.Sort(all)
	if len(all) > 0 {
		b.ReportMetric(float64(all[len(all)*95/100].Microseconds())/1000, "p95-ms")
	}
}

// A language has words, the commonest first, as often as words are in one.
type language []string

func newLanguage() (words language) {
	r := rand.New(rand.NewPCG(7, 7))
	syllables := strings.Fields("mi gra tion bor der vi sa re turn fa mi ly stu dent wor ker la bour tra fic king asy lum pro tec de ten co ur se in te")
	for range 8000 {
		var b strings.Builder
		for range 2 + r.IntN(3) {
			b.WriteString(syllables[r.IntN(len(syllables))])
		}
		words = append(words, b.String())
	}
	return words
}

// word is drawn as Zipf found that words are used.
func (l language) some(r *rand.Rand, n int) string {
	zipf := rand.NewZipf(r, 1.1, 3, uint64(len(l)-1))
	all := make([]string, n)
	for i := range all {
		all[i] = l[zipf.Uint64()]
	}
	return strings.Join(all, " ")
}

// fillArchive fills a database as years of work would.
func fillArchive(b *testing.B, store *models.Store) language {
	b.Helper()
	plant(b, store)
	words := newLanguage()
	r := rand.New(rand.NewPCG(3, 3))
	var codes []string
	do(b, store, func(ctx context.Context, tx *models.Tx) error {
		for n := range answersEach {
			codes = append(codes, fmt.Sprintf("Q%02d", n))
			if err := tx.CreateNCP(ctx, &models.NCP{Code: codes[n], Name: codes[n], Role: models.Member}); err != nil {
				return err
			}
		}
		return nil
	})
	codes[0] = "BE"
	for n := range archivedAHQs {
		do(b, store, func(ctx context.Context, tx *models.Tx) error { return archived(ctx, tx, n, words, r, codes) })
	}
	return words
}

func archived(ctx context.Context, tx *models.Tx, n int, words language, r *rand.Rand, codes []string) error {
	id := models.AHQID(fmt.Sprintf("archived%d", n))
	if err := tx.CreateAHQ(ctx, anAHQ(id, models.Closed)); err != nil {
		return err
	}
	e := models.Entry{
		AHQID: id, Reference: fmt.Sprintf("2010.%d", n), Topic: words.some(r, 6), EntryTexts: models.EntryTexts{Background: words.some(r, 150), Questions: words.some(r, 60)},
		IssuedAt: at.Add(time.Duration(n) * time.Hour), Year: 2010 + n%10, Listed: true, Respondents: answersEach,
		Themes: []string{[]string{"return", "visa"}[n%2]}, Requesters: []string{"NO"}, Countries: codes,
	}
	for _, code := range codes {
		e.Answers = append(e.Answers, models.EntryAnswer{NCP: code, Text: words.some(r, answerWords)})
	}
	internal, public := e, e
	internal.Audience, public.Audience = models.Internal, models.Public
	return tx.SetEntries(ctx, id, internal, public)
}
