namespace Sendra.WebApi.FunctionalTests.Http.Fuzz;

/// <summary>What a client can send and a server should be ready for.</summary>
internal static class Hostile
{
    /// <summary>Texts, as they are in memory.</summary>
    public static IReadOnlyList<string> Texts { get; } =
    [
        "", " ", "\t", "\n", "a\r\nSet-Cookie: x=1", "\0", "a\0b", "\u0001\u001b[31m", "\u007f", "\u0085", "\u2028", "\ufeff", "\u202eabc", "\ufffd", "\uffff",
        "'", "\"", "\\", "%", "_", "[", "*", "%00", "%2e%2e%2f", "../../etc/passwd", "..\\..", "a;b", "a'; DROP TABLE contacts; --", "' OR 1=1 --", "${7*7}", "{{7*7}}", "<script>alert(1)</script>",
        "null", "true", "NaN", "-1", "0", "1e999", "2147483648", "9223372036854775808", "99999999999999999999999999", "0x10", "१२३", "٣",
        "ada@example.com", "ADA@EXAMPLE.COM", "ada@", "@", "\"a b\"@example.com", "ada@[127.0.0.1]", "ada@例え.テスト", "ada@xn--", "ada@xn--a", "ada@ﬀ.com", "ﬀ@example.com", "ı@example.com", "İ@example.com", "\u212a@example.com",
        "2026-05-17T09:30:00Z", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59-14:00", "2026-02-30T00:00:00Z", "2026-05-17T24:00:00Z", "2026-05-17T09:30:60Z",
        "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "{0192e4a0-0000-7000-8000-000000000000}",
        "2026-11-29", "20261129", "20261129T010203Z", "0001-01-01", "9999-12-31", "aaaaaaaaaaaaaaaaaaaaa!",
        "é", "e\u0301", "ß", "ſ", "Ω", "😀", "👨‍👩‍👧", "a\u0300\u0301\u0302\u0303", "ǅ", "ﷺ",
        new('a', 255), new('a', 256), new('é', 300), new('x', 5_000), string.Concat(Enumerable.Repeat("😀", 130)), string.Concat(Enumerable.Repeat("a.", 600)), new('.', 50), "a\\.b", "a..b", "header:", "header:x y", "items.99999999999999999999",
    ];

    /// <summary>Cursors that no answer gave, by how they are wrong: the alphabet, the length, padding, blanks, stray bits, no id of ours, no name.</summary>
    public static IReadOnlyList<string> Cursors { get; } =
    [
        "aaaaaaaaaaaaaaaaaaaaa!", "!", "-!", "-aaa!", "-", "--", "a", "-a", "nonsense", "AZoggggggggggggggggggg", "AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAA==", "AZoEAAAAcACAAAAAAAAAAA ", " AZoEAAAAcACAAAAAAAAAAA",
        "AZoEAAAAcACAAAAAAAAAAB", "AZoEAAAAcACAAAAAAAAAAAAAAAA", "AZoEAAAAQACAAAAAAAAAAA", "-YW5h=", "-YW5 h", "-YW5i_", "-AA", "-gICA", "-7aCA", "0192e4a0-0000-7000-8000-000000000000", "١", "😀😀😀😀😀😀😀😀😀😀😀", new('A', 5_000), "-" + new string('A', 5_000),
    ];

    /// <summary>JSON values as they are on the wire, most of them legal and none expected.</summary>
    public static IReadOnlyList<string> Values { get; } =
    [
        "null", "true", "false", "0", "-0", "-1", "1.5", "1e999", "-1e999", "1E-400", "2147483648", "-9223372036854775809", "123456789012345678901234567890", "0.10", new('9', 2_000),
        "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\ud83d\\ude00\"", "\"\\u001b[2J\"", "[]", "{}", "[[]]", "[null]", "[1,\"a\",{}]", "{\"a\":1}", "{\"a\":1,\"a\":2}", "{\"\":\"\"}", "{\"\\u0000\":1}", "{\"__proto__\":{}}", "{\"$type\":\"x\"}",
        Nested('[', ']', 65), Nested('[', ']', 2_000), new('[', 5_000), string.Concat(Enumerable.Repeat("{\"a\":", 70)) + "1" + new string('}', 70),
        "01", "+1", ".5", "1.", "0x1", "NaN", "Infinity", "'a'", "undefined", "tru", "\"a", "\"\t\"", "\"\\x41\"", "\"\\u12\"", "/**/1", "", ",", "}", "]",
    ];

    /// <summary>Bodies that are no JSON in UTF-8.</summary>
    public static IReadOnlyList<byte[]> Bodies { get; } =
    [
        [], [0], [0xff], [0xef, 0xbb, 0xbf], [0xfe, 0xff, 0, 0x7b], [.. "{\"email\":\""u8, 0xc0, 0x80, .. "\"}"u8], [.. "{\"email\":\""u8, 0xed, 0xa0, 0x80, .. "\"}"u8], [.. "{\"email\":\""u8, 0xf5, 0x80, 0x80, 0x80, .. "\"}"u8],
        [.. "{} "u8, 0], "{}{}"u8.ToArray(), "{\"a\":1}x"u8.ToArray(), "email=a%40b.co&eventName=x"u8.ToArray(), new byte[70_000],
    ];

    public static IReadOnlyList<string?> ContentTypes { get; } =
    [
        "application/json", "application/json; charset=utf-8", "application/json; charset=utf-16", "application/json; charset=\"", "application/vnd.api+json", "text/plain", "text/json", "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x", "multipart/form-data", "application/xml", "*/*", "application/", "/", "a", "", null, "application/json, text/plain",
    ];

    private static string Nested(char open, char close, int levels) => new string(open, levels) + new string(close, levels);
}
