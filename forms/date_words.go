package forms

import (
	"strings"
	"sync"
)

// monthNames are the months in the languages of those who answer, from January
// on; where a language bends them, in the form that stands in a date as well.
var monthNames = []string{
	"january february march april may june july august september october november december",
	"jan feb mar apr may jun jul aug sep oct nov dec",
	"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
	"janv févr mars avr mai juin juil aou sept oct nov dec",
	"januar februar märz april mai juni juli august september oktober november dezember",
	"jänner feber mrz apr mai jun jul aug sept okt nov dez",
	"januari februari maart april mei juni juli augustus september oktober november december",
	"jan feb mrt apr mei jun jul aug sep okt nov des",
	"januar februar mars april mai juni juli august september oktober november desember",
	"januar februar marts april maj juni juli august september oktober november december",
	"januari februari mars april maj juni juli augusti september oktober november december",
	"tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu",
	"tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
	"styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
	"stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
	"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
	"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
	"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
	"leden únor březen duben květen červen červenec srpen září říjen listopad prosinec",
	"ledna února března dubna května června července srpna září října listopadu prosince",
	"január február marec apríl máj jún júl august september október november december",
	"január február március április május június július augusztus szeptember október november december",
	"ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
	"jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
	"janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
	"sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
	"januar februar marec april maj junij julij avgust september oktober november december",
}

var monthNumbers = sync.OnceValue(func() map[string]int {
	known := map[string]int{}
	for _, language := range monthNames {
		for i, name := range strings.Fields(language) {
			known[foldedWord(name)] = i + 1
		}
	}
	return known
})

// monthOf is the month that a word names, or 0.
func monthOf(t token) int {
	if t.kind != wordToken {
		return 0
	}
	return monthNumbers()[t.text]
}

// A dateRole is the part a word plays about time.
type dateRole uint8

const (
	sinceWord     dateRole = iota + 1 // a beginning comes next
	untilWord                         // an end comes next; or it stands between both
	endWord                           // an end comes next, unless it is the "end of 2016"
	throughWord                       // between beginning and end
	alsoWord                          // and
	openWord                          // it goes on
	fillWord                          // says nothing of its own
	extensionWord                     // what comes next, or came before, was added
	durationWord                      // the length comes next
	eachWord                          // a length holds for several runs
	halfWord
	nthWord     // 1st, 2nd
	quarterWord // the first quarter
	thingWord   // what years are mistaken for: persons
	ageWord     // what lengths are mistaken for: years old, months ago
	callWord    // a telephone number comes next
	datePiece   // a date
	lengthPiece // a length of time
	plusSign
	colonSign
	pauseSign // any other
)

var dateRoles = []wordList[dateRole]{
	{sinceWord, `since, from, starting, started, start, starts, begin, beginning, began, begins, onset, depuis, dès, début,
		commencement, partir, seit, ab, beginn, sinds, vanaf, fra, från, sedan, siden, od, desde, dal, launched`},
	{untilWord, `until, till, til, ending, ended, ends, finished, completed, bis, jusque, jusqu, tot, fram, asti, saakka,
		hasta, fino, até, through`},
	{endWord, "end, fin, ende, einde, slutt, slut, koniec"},
	{throughWord, "to, au, aux, à, al, do, a, thru, t, tom"},
	{alsoWord, "and, or, et, ou, und, oder, en, og, och, eller, oraz, i, ja, e, y"},
	{openWord, `onwards, onward, ongoing, continuing, continuous, continuously, present, presently, now, today, présent,
		jour, heute, jetzt, laufend, fortlaufend, heden, nu, lopend, doorlopend, pågående, løpende, igangværende`},
	{fillWord, `of, de, du, des, d, der, den, die, das, het, the, le, la, les, l, in, im, additional, another, further,
		supplementary, extra, by, for, with, van, von, vom, date, month, year, il, el, del, m, s, approximately,
		approx, ca, circa, about, around, early, late, mid, as, at, on, is, was, à, zum, spring, summer, autumn,
		fall, winter, printemps, été, automne, hiver, sommer, herbst, vår, høst`},
	{extensionWord, `extension, extensions, extended, extend, prolonged, prolongation, prolonging, prolongé, prolongée,
		verlängert, Verlängerung, verlengd, verlenging, forlenget, forlengelse, forlænget, forlængelse, förlängd,
		förlängning, przedłużony, przedłużenie`},
	{durationWord, `duration, durée, Dauer, Laufzeit, duur, looptijd, varighet, varighed, längd, czas, durata, duración, length,
		lasted, lasting, lasts, effective, total`},
	{eachWord, "each, chacun, chacune, jeweils, elk, hver, varje, every, per"},
	{halfWord, "half, demi, demie, halb, halbes, halve, halv"},
	{nthWord, "st, nd, rd, th, er, ère, ème"},
	{quarterWord, "quarter, trimestre, Quartal, kwartaal, kvartal, q"},
	{thingWord, `persons, person, people, participants, migrants, men, women, children, visitors, views, viewers, followers,
		copies, leaflets, posters, personnes, Personen, personen, personer`},
	{ageWord, "old, ago, later, earlier, age, aged, after, within"},
	{callWord, "tel, telephone, phone, mobile, gsm, fax, call, hotline, téléphone, telefon, telefoon"},
}

// units of time, by how many months they have.
var units = []wordList[int]{
	{1, `month, months, mth, mths, mois, Monat, Monate, Monaten, Monats, monatig, monatige, maand, maanden, mnd, mån,
		måned, måneder, månad, månader, månaders, kuukausi, kuukautta, kk, miesiąc, miesiące, miesięcy, mies, mes,
		meses, mese, mesi, mês, měsíc, měsíce, měsíců, mesiac, mesiacov, mesecev, mjeseci, hónap, luni, kuud`},
	{12, `year, years, yr, yrs, an, ans, année, années, Jahr, Jahre, Jahren, Jahres, jaar, jaren, år, vuosi, vuotta,
		rok, roku, lata, lat, roky, let, año, años, anno, anni, ano, anos, év, aasta, aastat`},
	{0, `week, weeks, day, days, hour, hours, minutes, semaine, semaines, jour, jours, Woche, Wochen, Tag, Tage,
		Tagen, weken, dag, dagen, dager, dage, dagar, uke, uker, uge, uger, vecka, veckor, viikko, viikkoa, tygodni,
		dni`},
}

var dateRolesOf = sync.OnceValue(func() map[string]dateRole {
	return listed(dateRoles, func(r dateRole) dateRole { return r })
})

// timeRole is the part a token plays about time.
func timeRole(t token) dateRole {
	if t.kind != wordToken {
		return 0
	}
	return dateRolesOf()[t.text]
}

var unitWords = sync.OnceValue(func() map[string]int {
	return listed(units, func(months int) int { return months })
})

// isUnit says whether a unit of time stands at a token, or behind a hyphen there.
func isUnit(ts tokens, i int) bool {
	if ts.at(i).sign("-") {
		i++
	}
	_, known := unitWords()[ts.at(i).text]
	return known && ts.at(i).kind == wordToken
}
