package forms

import (
	"maps"
	"sync"
)

// A moneyWord is what a word or sign says beside a number.
type moneyWord struct {
	role    moneyRole
	code    string // of a currency, ISO 4217; "kr" says which of several only by who wrote it
	noughts int32  // of thousand, million; also of "kEUR"
}

// longestDotted is the length of the longest word that needs its dot.
const longestDotted = len("est")

// A moneyRole is the part a word plays about sums of money.
type moneyRole uint8

const (
	currencyWord moneyRole = iota + 1
	scaleWord              // thousand, million
	hedgeWord              // estimated: of all that follows on its line
	nearWord               // about: of the very next number
	totalWord              // in total
	partsWord              // of which
	costWord               // the costs, the budget
	andWord
	toWord      // between the ends of a range
	betweenWord // before one whose ends "and" parts
	perWord     // per month: a rate
	forWord     // what it was for comes next
	byWord      // who paid comes next
	smallWord   // says nothing of a sum
	phaseWord   // a small number after it counts parts: phase 2
	nationWord  // whose krone it is
)

// currencies by their ISO 4217 code, as people write them. A krone, a franc or a
// dinar that could be several states' stands under no code.
var currencies = []wordList[string]{
	{"EUR", `EUR, euro, euros, €, euron, euroa, eurojen, eura, euri, euró, eurów, eurot, eurod, eiro, eurai, eurų, eurus, euroi,
		evro, evra, evri, evrov, ewro, ευρώ, евро`},
	{"GBP", "GBP, £, pound, pounds, sterling"},
	{"USD", "USD, $, dollar, dollars"},
	{"CHF", "CHF, SFR, Fr., Franken, Schweizerfranken"},
	{"NOK", "NOK, NKR"},
	{"SEK", "SEK, SKR, kronor"},
	{"DKK", "DKK, DKR"},
	{"ISK", "ISK, krónur"},
	{"PLN", "PLN, zł, złoty, złotych, zlotys"},
	{"CZK", "CZK, Kč, korun"},
	{"HUF", "HUF, Ft, forint, forints"},
	{"RON", "RON"},
	{"BGN", "BGN, leva, лв, лева"},
	{"HRK", "HRK, kuna, kune, kn"},
	{"LTL", "LTL, litas, Lt"},
	{"LVL", "LVL, lats"},
	{"EEK", "EEK"},
	{"SKK", "SKK"},
	{"RSD", "RSD"},
	{"MKD", "MKD, denars"},
	{"BAM", "BAM"},
	{"MDL", "MDL"},
	{"UAH", "UAH, hryvnia"},
	{"GEL", "GEL, lari"},
	{"AMD", "AMD, dram, drams"},
	{"RUB", "RUB, roubles, rubles"},
	{"MAD", "MAD, dirham, dirhams"},
	{"TND", "TND"},
	{"JPY", "JPY, ¥"},
	{"CAD", "CAD"},
	{"AUD", "AUD"},
	{"TRY", "TL, liras"},
	{"EGP", "EGP"}, {"DZD", "DZD"}, {"LYD", "LYD"}, {"IQD", "IQD"}, {"JOD", "JOD"}, {"LBP", "LBP"}, {"SYP", "SYP"}, {"ILS", "ILS, shekel, shekels"},
	{"XOF", "XOF"}, {"XAF", "XAF"}, {"GNF", "GNF"}, {"CDF", "CDF"}, {"GMD", "GMD, dalasi"}, {"GHS", "GHS, cedi, cedis"}, {"NGN", "NGN, naira, ₦"},
	{"ETB", "ETB, birr"}, {"ERN", "ERN, nakfa"}, {"KES", "KES"}, {"UGX", "UGX"}, {"TZS", "TZS"}, {"ZAR", "ZAR, rand"},
	{"AFN", "AFN, afghani, afghanis"}, {"PKR", "PKR"}, {"INR", "INR, ₹"}, {"BDT", "BDT, taka"}, {"LKR", "LKR"}, {"NPR", "NPR"}, {"VND", "VND, dong"},
	{"THB", "THB, baht"}, {"CNY", "CNY, yuan"}, {"PHP", "PHP"}, {"BRL", "BRL"}, {"AZN", "AZN, manat"}, {"BYN", "BYN"}, {"KZT", "KZT, tenge"}, {"ALL", "lek, lekë"},
	{"", "kr, krone, kroner, krona, crowns, couronnes, Kronen, franc, francs, lei, dinars, FCFA, CFA, rupees, Rs, lira"},
}

// scales are the words for many noughts.
var scales = []wordList[int32]{
	{3, "k, thousand, tausend, Tsd, mille, duizend, tusen, tusind, tys, mila, mil, tuhatta, tuhat, tūkst, tis, tisíc, ezer, χιλιάδες, хил, хиляди"},
	{6, `m, million, millions, mio, mln, mn, mil., mill, Millionen, miljoen, millioner, miljon, miljoner, milj, miljoonaa,
		milion, miliony, milionów, milioni, milione, millón, millones, milhão,
		milhões, milioane, millió, miljonit, miljoni, milijon, milijun, milijuna, εκατομμύριο, εκατομμύρια, млн, милиона`},
	{9, "billion, billions, bn, mrd, Milliarde, Milliarden, milliard, milliards, miljard, miljarder, md, mld"},
}

// nations say whose currency it is: "danske kroner", "francs suisses".
var nations = []wordList[string]{
	{"NOK", "Norwegian, norske, norwegische, norvégiennes, Noorse"},
	{"SEK", "Swedish, svenska, svenske, schwedische, suédoises, Zweedse"},
	{"DKK", "Danish, danske, dänische, danoises, Deense"},
	{"ISK", "Icelandic, íslenskar"}, {"CZK", "Czech"}, {"CHF", "Swiss, suisses, Schweizer, Zwitserse"},
	{"RON", "Romanian"}, {"MDL", "Moldovan"}, {"RSD", "Serbian"}, {"TRY", "Turkish"}, {"INR", "Indian"}, {"PKR", "Pakistani"}, {"USD", "US"},
}

// letterNoughts are the letters that say the same, before or after a currency:
// "k€", "1.2 m€", "TEUR".
var letterNoughts = map[string]int32{"k": 3, "t": 3, "m": 6}

var moneyRoles = []wordList[moneyRole]{
	{hedgeWord, `estimated, estimate, estimates, estimation, estimations, approximate, provisional, est., estimé, estimée, estimés,
		geschätzt, geschätzte, Schätzung, geschat, geschatte, raming, geraamd, anslått, anslag, beräknad,
		uppskattad, uppskattat, anslået, skønnet, szacunkowo, szacowany, stimato, stimati, estimado, estimados, indicative,
		orientativo, arviolta, odhad, odhadované, becsült, hinnanguliselt, prognosuojama`},
	{nearWord, `approximately, approx, approximatively, appr, app, ca, circa, cca, about, around, roughly, nearly, almost,
		some, ~, environ, env, quelque, près, etwa, ungefähr, rund, zirka, ungeveer, ongeveer, rond, zowat, cirka,
		omtrent, omkring, ungefär, runt, około, ok, noin, n., ±, cerca, aproximadamente, aproximativamente, aprox,
		approssimativamente, přibližně, asi, približno, okrog, okolo, oko, aptuveni, apie, umbes, körülbelül, kb, περίπου, около,
		than, over, least, up, maximum, max, maximal, maximaal, höchstens, hooguit, jusqu, moins`},
	{totalWord, `total, totals, totalling, totaling, totally, overall, altogether, sum, totale, totaux, totalité, global,
		globale, gesamt, insgesamt, Summe, Gesamtkosten, Gesamtbudget, Gesamtbetrag, totaal, totaalbedrag, tezamen,
		totalt, samlet, sammenlagt, sammanlagt, yhteensä, łącznie, razem, ogółem, suma, complessivo, celkem,
		spolu, skupaj, ukupno, összesen, kokku, kopā, σύνολο, общо, celkové`},
	{partsWord, "dont, davon, darunter, waarvan, hvorav, heraf, varav, including, incl"},
	{costWord, `cost, costs, costing, budget, budgets, budgeted, amount, amounts, amounted, price, expenditure,
		expenditures, expenses, spent, spending, funding, fund, funds, financing, coût, coûts, montant, prix,
		dépenses, financement, Kosten, Betrag, Ausgaben, betrug, kost, bedrag, uitgaven, kostnad, kostnader,
		kostnaden, belopp, beløp, beløb, udgifter, utgifter, koszt, koszty`},
	{andWord, "and, et, und, en, og, och, oraz, ja, &"},
	{toWord, "to, à, bis, au, tot, til, till, do, a"},
	{betweenWord, "between, entre, zwischen, tussen, mellom, mellan, mellem, między, tra, medzi, mezi"},
	{perWord, "per, pro, each, je, chacun, chacune, jeweils, elk, hver, varje"},
	{forWord, "for, pour, für, voor, för, na, dla, para"},
	{byWord, "by, from, par, von, durch, door, van, av, af, från, fra, paid, funded, financed, przez"},
	{smallWord, `in, on, at, with, without, or, excluding, excl, im, an, auf, om, VAT, TVA, MwSt, BTW, moms, mva, HT,
		TTC, tax, taxes, not, which, more, less, min, minimum, only, s, the, le, la, les,
		der, die, das, den, het, of, de, des, du, is, was, were, are, be, est, war, ist, waren, er, var, är,
		campaign, project, campagne, Projekt, Kampagne, kampanj, kampanje`},
	{phaseWord, `phase, phases, part, parts, run, lot, tranche, year, no, nr, stage, partie, Teil, Jahr, deel, jaar, fase,
		del, år, année, component, activity, round`},
}

// moneyWords is all of them. Where a word plays two parts the weightier is kept.
var moneyWords = sync.OnceValue(func() map[string]moneyWord {
	known := listed(moneyRoles, func(r moneyRole) moneyWord { return moneyWord{role: r} })
	maps.Copy(known, listed(scales, func(n int32) moneyWord { return moneyWord{role: scaleWord, noughts: n} }))
	maps.Copy(known, listed(nations, func(code string) moneyWord { return moneyWord{role: nationWord, code: code} }))
	names := listed(currencies, func(code string) moneyWord { return moneyWord{role: currencyWord, code: code} })
	for name, w := range names {
		for letter, noughts := range letterNoughts {
			if len(name) <= len("euro") {
				known[letter+name] = moneyWord{role: currencyWord, code: w.code, noughts: noughts}
			}
		}
	}
	maps.Copy(known, names)
	return known
})
