package forms

import (
	"strings"
	"sync"
)

// monthNames are the months in the languages of those who answer, from January
// on; where a language bends them, in the forms that stand in a date as well. Of
// a name that is two months the later row counts: "listopad" is November in
// Warsaw and Prague, and October in Zagreb.
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
	"siječanj veljača ožujak travanj svibanj lipanj srpanj kolovoz rujan listopad studeni prosinac",
	"siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenog prosinca",
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
	"januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
	"januára februára marca apríla mája júna júla augusta septembra októbra novembra decembra",
	"jaanuari veebruari märtsi aprilli mai juuni juuli augusti septembri oktoobri novembri detsembri",
	"janvāra februāra marta aprīļa maija jūnija jūlija augusta septembra oktobra novembra decembra",
	"janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī",
	"sausis vasaris kovas balandis gegužė birželis liepa rugpjūtis rugsėjis spalis lapkritis gruodis",
	"tammi helmi maalis huhti touko kesäkuu heinä elo syys loka marras joulu",
	"tammikuussa helmikuussa maaliskuussa huhtikuussa toukokuussa kesäkuussa heinäkuussa elokuussa syyskuussa lokakuussa marraskuussa joulukuussa",
	"tammikuusta helmikuusta maaliskuusta huhtikuusta toukokuusta kesäkuusta heinäkuusta elokuusta syyskuusta lokakuusta marraskuusta joulukuusta",
	"tammikuuhun helmikuuhun maaliskuuhun huhtikuuhun toukokuuhun kesäkuuhun heinäkuuhun elokuuhun syyskuuhun lokakuuhun marraskuuhun joulukuuhun",
	"januártól februártól márciustól áprilistól májustól júniustól júliustól augusztustól szeptembertől októbertől novembertől decembertől",
	"januárig februárig márciusig áprilisig májusig júniusig júliusig augusztusig szeptemberig októberig novemberig decemberig",
	"ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος",
	"ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
	"ιανουάριο φεβρουάριο μάρτιο απρίλιο μάιο ιούνιο ιούλιο αύγουστο σεπτέμβριο οκτώβριο νοέμβριο δεκέμβριο",
	"януари февруари март април май юни юли август септември октомври ноември декември",
	"jannar frar marzu april mejju ġunju lulju awwissu settembru ottubru novembru diċembru",
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
	halfYearWord
	thingWord   // what years are mistaken for: persons
	ageWord     // what lengths are mistaken for: years old, months ago
	callWord    // a telephone number comes next
	shareWord   // what comes next is part of the length before: "of which"
	datePiece   // a date
	lengthPiece // a length of time
	plusSign
	colonSign
	pauseSign // any other
)

var dateRoles = []wordList[dateRole]{
	{sinceWord, `since, from, starting, started, start, starts, begin, beginning, began, begins, onset, depuis, dès, début,
		commencement, partir, seit, ab, beginn, sinds, vanaf, fra, från, sedan, siden, od, desde, dal, launched,
		από, alates, nuo, kopš, от`},
	{untilWord, `until, till, til, ending, ended, ends, finished, completed, bis, jusque, jusqu, tot, fram, asti, saakka,
		hasta, fino, até, through, έως, μέχρι, iki, līdz, kuni, až`},
	{endWord, "end, fin, ende, einde, eind, slutt, slut, koniec, konec, fine"},
	{throughWord, "to, au, aux, à, al, do, a, thru, t, tom, до"},
	{alsoWord, "and, or, et, ou, und, oder, en, og, och, eller, oraz, i, ja, e, y, και, и, un, ir"},
	{openWord, `onwards, onward, ongoing, continuing, continuous, continuously, present, presently, now, today, présent,
		jour, heute, jetzt, laufend, fortlaufend, heden, nu, lopend, doorlopend, going, pågående, løpende, igangværende, trwa, probíhá, tekoči, käynnissä`},
	{fillWord, `of, de, du, des, d, der, den, die, das, het, the, le, la, les, l, in, im, additional, another, further,
		supplementary, extra, by, for, with, van, von, vom, date, month, year, il, el, del, m, s, approximately,
		approx, ca, circa, about, around, early, late, mid, as, at, on, is, was, à, zum, spring, summer, autumn,
		fall, winter, printemps, été, automne, hiver, sommer, herbst, vår, høst, kevät, kesä, syksy, talvi, primavera, verano, estate,
		r, roku, rok, g, god, godine, leta, gada, gads, metų, mėn, év, évi, έτος, το, τον, την, του, г, година`},
	{extensionWord, `extension, extensions, extended, extend, prolonged, renewed, renewal, prolongation, prolonging, prolongé, prolongée,
		verlängert, Verlängerung, verlengd, verlenging, forlenget, forlengelse, forlænget, forlængelse, förlängd,
		förlängning, przedłużony, przedłużenie`},
	{durationWord, `duration, durée, Dauer, Laufzeit, duur, looptijd, varighet, varighed, längd, czas, durata, duración, length,
		lasted, lasting, lasts, effective, total`},
	{eachWord, "each, chacun, chacune, jeweils, elk, hver, varje, every, per, twice, thrice"},
	{halfWord, "half, demi, demie, halb, halbe, halbes, halve, halv"},
	{nthWord, "st, nd, rd, th, er, ère, ème, º"},
	{quarterWord, "quarter, trimestre, Quartal, kwartaal, kvartal, kwartał, trimestru, čtvrtletí, q"},
	{halfYearWord, "semester, semestre, Halbjahr, Hälfte, helft, halvår, halvdel, półrocze, pololetí, félév, h"},
	{thingWord, `persons, person, people, participants, migrants, men, women, children, visitors, views, viewers, followers,
		copies, leaflets, posters, personnes, Personen, personen, personer`},
	{ageWord, "old, ago, later, earlier, age, aged, after, within"},
	{shareWord, "which, dont, davon, darunter, waarvan, hvorav, heraf, varav, including, incl"},
	{callWord, "tel, telephone, phone, mobile, gsm, fax, call, hotline, téléphone, telefon, telefoon"},
}

// units of time, by how many months they have.
var units = []wordList[int]{
	{1, `month, months, mth, mths, mois, Monat, Monate, Monaten, Monats, monatig, monatige, maand, maanden, mnd, mån,
		måned, måneder, månad, månader, månaders, kuukausi, kuukautta, kk, miesiąc, miesiące, miesięcy, mies, mes,
		meses, mese, mesi, mês, měsíc, měsíce, měsíců, mesiac, mesiacov, mesecev, mjeseci, hónap, luni, kuud, mo, mėnesis, mėnesiai, mėnesių,
		mēnesis, mēneši, mēnešus, μήνα, μήνας, μήνες, μηνών, месец, месеца, xhur`},
	{12, `year, years, yr, yrs, an, ans, année, années, Jahr, Jahre, Jahren, Jahres, jaar, jaren, år, vuosi, vuotta,
		rok, roku, lata, lat, roky, let, año, años, anno, anni, ano, anos, év, aasta, aastat, χρόνος, χρόνια, έτη, ετών, години, gadi, gadus, metai, leti, godina, ani`},
	{0, `week, weeks, day, days, hour, hours, minutes, semaine, semaines, jour, jours, Woche, Wochen, Tag, Tage,
		Tagen, weken, dag, dagen, dager, dage, dagar, uke, uker, uge, uger, vecka, veckor, viikko, viikkoa, tygodni,
		dni`},
}

var dateRolesOf = sync.OnceValue(func() map[string]dateRole {
	return listed(dateRoles, func(r dateRole) dateRole { return r })
})

// ordinals are the words for first to fourth.
var ordinals = []wordList[int]{
	{1, "first, premier, première, erstes, erste, ersten, eerste, første, första, primo, primer, primera, prima, primeiro"},
	{2, "second, deuxième, seconde, zweites, zweite, zweiten, tweede, annet, anden, andet, andra, secondo, segundo, segunda, seconda"},
	{3, "third, troisième, drittes, dritte, dritten, derde, tredje, terzo, tercer, terceiro"},
	{4, "fourth, last, quatrième, viertes, vierte, vierten, vierde, fjerde, fjärde, quarto, cuarto"},
}

var ordinalWords = sync.OnceValue(func() map[string]int {
	return listed(ordinals, func(n int) int { return n })
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
