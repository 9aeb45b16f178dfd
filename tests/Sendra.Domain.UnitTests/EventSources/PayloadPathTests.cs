using CsCheck;
using Sendra.Domain.EventSources;

namespace Sendra.Domain.UnitTests.EventSources;

public sealed class PayloadPathTests
{
    private static readonly Gen<string> Names =
        Gen.OneOf(Gen.String[Gen.Char[@"ab0.\[]$: é-"], 1, 8], Gen.String[1, 8], Gen.Const("header:x"), Gen.Const("$"))
            .Where(name => !name.Any(letter => char.IsControl(letter) || char.IsSurrogate(letter)));

    [TestCase("email", "email")]
    [TestCase("data.customer.email", "data|customer|email")]
    [TestCase("items.0.email", "items|0|email")]
    [TestCase(@"a\.b", "a.b")]
    [TestCase(@"a\\.b", @"a\|b")]
    [TestCase(@"a\\\.b", @"a\.b")]
    [TestCase(@"data\[x]", "data[x]")]
    [TestCase(@"\$", "$")]
    [TestCase("properties.$set.email", "properties|$set|email")]
    [TestCase(@"header\:x", "header:x")]
    [TestCase(@"\ a.b\ ", " a|b ")]
    [TestCase(@"\ ", " ")]
    [TestCase(@"a\\\ ", @"a\ ")]
    [TestCase("E-Mail Adresse", "E-Mail Adresse")]
    public void S2_splits_at_unescaped_dots(string text, string segments) =>
        PayloadPath.Parse(text).Places.Single().Place.Segments.Should().Equal(segments.Split('|'));

    [TestCase(null, "empty")]
    [TestCase("", "empty")]
    [TestCase(".email", "starts with a dot")]
    [TestCase("email.", "ends with a dot")]
    [TestCase("data..email", "position 6")]
    [TestCase("items[0].email", "items.0.email")]
    [TestCase("data[email]", "position 5")]
    [TestCase("$[0].email", "JSONPath")]
    [TestCase("email || ", "missing beside ||")]
    [TestCase("email || a..b", "two dots")]
    [TestCase(@"a\", "ends with a backslash")]
    [TestCase(@"a\n", @"\n at position 2")]
    [TestCase(" email", "starts with a space")]
    [TestCase("email ", "ends with a space")]
    [TestCase(@"email\\ ", "ends with a space")]
    [TestCase("a\tb", "control character")]
    [TestCase("header:", "doesn't name a header")]
    [TestCase("header:X Y", "can't contain \" \"")]
    [TestCase("header:Authorization", "may hold a secret")]
    [TestCase("header:Cookie", "may hold a secret")]
    public void S2_refuses_nonsense_and_says_where(string? text, string part)
    {
        PayloadPath.TryParse(text, out var path, out var problem).Should().BeFalse();
        path.Should().BeNull();
        problem.Should().Contain(part).And.EndWith(".");
    }

    [Test]
    public void S2_refuses_half_a_character()
    {
        PayloadPath.TryParse("a\ud83d", out _, out var problem).Should().BeFalse();
        problem.Should().Contain("half a character");
    }

    [Test]
    public void S2_bounds_length_and_depth()
    {
        PayloadPath.TryParse(new string('a', PayloadPath.MaxLength), out _, out _).Should().BeTrue();
        PayloadPath.TryParse(new string('a', PayloadPath.MaxLength + 1), out _, out var tooLong).Should().BeFalse();
        PayloadPath.TryParse(string.Join('.', Enumerable.Repeat("a", PayloadPath.MaxSegments)), out _, out _).Should().BeTrue();
        PayloadPath.TryParse(string.Join('.', Enumerable.Repeat("a", PayloadPath.MaxSegments + 1)), out _, out var tooDeep).Should().BeFalse();

        tooLong.Should().Contain("500");
        tooDeep.Should().Contain("64");
    }

    [TestCase(PayloadPath.MaxLength, true)]
    [TestCase(PayloadPath.MaxLength + 1, false)]
    public void S2_a_name_as_long_as_a_path_can_be_reached(int length, bool isReached) =>
        (PayloadPath.FromSegments([new string('a', length)]) is not null).Should().Be(isReached);

    [TestCase("a b|c d", "a b.c d")]
    [TestCase(" a | b ", @"\ a . b\ ")]
    [TestCase("x| a |y", "x. a .y")]
    [TestCase("$|a", @"\$.a")]
    [TestCase("a|$", "a.$")]
    [TestCase("header:x|a", @"header\:x.a")]
    [TestCase("a|header:x", "a.header:x")]
    public void S2_only_what_would_be_misread_is_escaped(string segments, string text) =>
        PayloadPath.FromSegments(segments.Split('|'))!.Text.Should().Be(text);

    [Test]
    public void S2_paths_are_equal_when_their_texts_are()
    {
        var path = PayloadPath.Parse("a.b");

        path.Equals(PayloadPath.Parse("a.b")).Should().BeTrue();
        path.Equals(PayloadPath.Parse("a.c")).Should().BeFalse();
        path.Equals(null).Should().BeFalse();
    }

    [Test]
    public void S2_any_names_round_trip_through_text() =>
        Names.Array[1, 12].Sample(segments =>
        {
            var path = PayloadPath.FromSegments(segments);
            return path is null
                ? string.Concat(segments).Length * 2 + segments.Length > PayloadPath.MaxLength
                : path.Places.Single().Place.Segments.SequenceEqual(segments) && PayloadPath.Parse(path.Text).Equals(path);
        });

    [Test]
    public void S2_any_text_is_parsed_or_refused() =>
        Gen.String.Sample(text => PayloadPath.TryParse(text, out var path, out var problem)
            ? problem is null && path.Text.Length > 0
            : path is null && problem.Length > 0);

    [Test]
    public void S2_paths_read_what_stands_there()
    {
        var payload = Payloads.Json("""{"data":{"customer":{"email":"ada@example.com"}},"items":[{"email":"a"},{"email":"b"}],"a.b":1.10,"7":"seven","n":null}""");

        Read(payload, "data.customer.email").Text.Should().Be("ada@example.com");
        Read(payload, @"a\.b").RawJson.Should().Be("1.10");
        Read(payload, "7").Text.Should().Be("seven");
        Read(payload, "n").Should().BeEquivalentTo(new { IsFound = true, Text = (string?)null, RawJson = "null", Description = "null" });
    }

    [Test]
    public void S2_digits_index_arrays()
    {
        Read(Payloads.Json("""{"items":[{"email":"a"},{"email":"b"}]}"""), "items.1.email").Text.Should().Be("b");
        Read(Payloads.Json("""[{"email":"root"}]"""), "0.email").Text.Should().Be("root");
    }

    [Test]
    public void S2_header_paths_read_a_header_in_any_case()
    {
        var headers = new RequestHeaders([new("X-GitHub-Event", "push")]);

        PayloadPath.Parse("header:x-github-event").Read(Payloads.Json("{}"), headers).Text.Should().Be("push");
        PayloadPath.Parse("header:X-Other").Read(Payloads.Json("{}"), headers).Description.Should().Be("the request has no header `X-Other`");
    }

    [TestCase("nope", "the payload has no `nope` (it has `data`, `items`, `none`)")]
    [TestCase("data.nope", "`data` has no `nope` (it has `id`, `Email`)")]
    [TestCase("data.email", "`data` has no `email` but `Email`, and case matters")]
    [TestCase("data.id.x", "`data.id` is a number (12345678901234567890.10) and has nothing inside, so no `x`")]
    [TestCase("none.x", "`none` is null and has nothing inside, so no `x`")]
    [TestCase("items.2", "`items` is a list of 2 items, and counting starts at 0, so it has no `2`")]
    [TestCase("items.99999999999999999999", "`items` is a list of 2 items, and counting starts at 0, so it has no `99999999999999999999`")]
    [TestCase("items.a1", "`items` is a list of 2 items; a number must say which item, before `a1`")]
    [TestCase("items.email", "`items` is a list of 2 items; a number must say which item, before `email`")]
    public void S5_what_is_missing_is_said_in_words(string path, string description) =>
        Read(Payloads.Json("""{"data":{"id":12345678901234567890.10,"Email":"x"},"items":[1,{}],"none":null}"""), path)
            .Description.Should().Be(description);

    [TestCase("{}", "an empty object")]
    [TestCase("""{"a":1}""", "an object")]
    [TestCase("[]", "an empty list")]
    [TestCase("[[]]", "a list of 1 item")]
    [TestCase("true", "true")]
    [TestCase("false", "false")]
    public void S5_what_stands_there_is_said_in_words(string json, string description) =>
        Read(Payloads.Json($$"""{"x": {{json}} }"""), "x").Description.Should().Be(description);

    [TestCase("""{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1}""", "the payload has no `x` (it has `a`, `b`, `c`, `d`, `e`, `f`)")]
    [TestCase("""{"a":1,"b":1,"c":1,"d":1,"e":1,"f":1,"g":1}""", "the payload has no `x` (it has `a`, `b`, `c`, `d`, `e`, `f`, …)")]
    public void S5_of_many_names_six_are_listed(string json, string description) =>
        Read(Payloads.Json(json), "x").Description.Should().Be(description);

    [Test]
    public void S5_what_is_quoted_is_short_and_storable()
    {
        var value = Read(Payloads.Json($$"""{"a":"\u0000\n{{new string('x', 1_000)}}"}"""), "a");

        value.Description.Should().HaveLength("the text \"\"".Length + 81).And.NotContain("\0").And.NotContain("\n");
    }

    private static PathValue Read(Payload payload, string path) => PayloadPath.Parse(path).Read(payload, RequestHeaders.None);
}
