package forms

import "sync"

// spelledCounts are small numbers in words, in the languages of those who answer.
var spelledCounts = []wordList[int]{
	{1, "one, a, an, un, une, ein, eine, einen, einem, eines, een, één, ett, én, jeden, yksi, uno, una, um"},
	{2, "two, deux, zwei, twee, to, två, dwa, kaksi, due, dos"},
	{3, "three, trois, drei, drie, tre, trzy, kolme, tres"},
	{4, "four, quatre, vier, fire, fyra, cztery, neljä, quattro, cuatro, quatro"},
	{5, "five, cinq, fünf, vijf, fem, pięć, viisi, cinque, cinco"},
	{6, "six, sechs, zes, seks, sex, sześć, kuusi, sei, seis"},
	{7, "seven, sept, sieben, zeven, sju, syv, siedem, seitsemän, sette, siete"},
	{8, "eight, huit, acht, åtte, otte, åtta, osiem, kahdeksan, otto, ocho"},
	{9, "nine, neuf, neun, negen, ni, nio, dziewięć, yhdeksän, nove, nueve"},
	{10, "ten, dix, zehn, tien, ti, tio, dziesięć, kymmenen, dieci, diez"},
	{11, "eleven, onze, elf, elleve, elva, jedenaście, undici, once"},
	{12, "twelve, douze, zwölf, twaalf, tolv, dwanaście, dodici, doce"},
	{13, "thirteen, treize, dreizehn, dertien, tretten, tretton"},
	{14, "fourteen, quatorze, vierzehn, veertien, fjorten, fjorton"},
	{15, "fifteen, quinze, fünfzehn, vijftien, femten, femton"},
	{16, "sixteen, seize, sechzehn, zestien, seksten, sexton"},
	{17, "seventeen, siebzehn, zeventien, sytten, sjutton"},
	{18, "eighteen, achtzehn, achttien, atten, arton"},
	{19, "nineteen, neunzehn, negentien, nitten, nitton"},
	{20, "twenty, vingt, zwanzig, twintig, tjue, tyve, tjugo, dwadzieścia"},
	{21, "einundzwanzig, eenentwintig, tjueen, tjugoen"},
	{22, "zweiundzwanzig, tweeëntwintig, tjueto, tjugotvå"},
	{23, "dreiundzwanzig, drieëntwintig, tjuetre, tjugotre"},
	{24, "vierundzwanzig, vierentwintig, tjuefire, fireogtyve, tjugofyra"},
	{30, "thirty, trente, dreissig, dertig, tretti, tredive, trettio"},
	{36, "sechsunddreissig, zesendertig, trettiseks, trettiosex"},
	{40, "forty, quarante, vierzig, veertig"},
	{48, "achtundvierzig, achtenveertig"},
}

var countWords = sync.OnceValue(func() map[string]int {
	return listed(spelledCounts, func(n int) int { return n })
})

// countAt reads a number in words and the token after it: "six", "twenty-four",
// "dix-huit". Without one the token is 0.
func countAt(ts tokens, i int) (n, next int) {
	if ts.at(i).kind != wordToken {
		return 0, 0
	}
	n, known := countWords()[ts[i].text]
	if !known {
		return 0, 0
	}
	tail := i + 1
	if ts.at(tail).sign("-") {
		tail++
	}
	if units, known := countWords()[ts.at(tail).text]; known && n >= 10 && n%10 == 0 && units < 10 {
		return n + units, tail + 1
	}
	return n, i + 1
}
