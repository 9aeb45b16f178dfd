using Sendra.Domain.EventSources;

namespace Sendra.Domain.UnitTests.EventSources;

public sealed class EmailCandidatesTests
{
    [Test]
    public void S9_the_likeliest_email_comes_first()
    {
        const string json = """
            {"support_email":"help@shop.com","note":"x@y.co","data":{"object":{"receipt":{"to":"z@y.co"},"customer_details":{"email":"ada@example.com"},"items":[{"email":"a@b.co"},{"email":"b@b.co"}]}}}
            """;

        Find(json).Should().Equal(
            "data.object.customer_details.email",
            "data.object.items.0.email",
            "data.object.items.1.email",
            "support_email",
            "note",
            "data.object.receipt.to");
    }

    [TestCase("customer")]
    [TestCase("user")]
    [TestCase("contact")]
    [TestCase("subscriber")]
    [TestCase("recipient")]
    [TestCase("buyer")]
    [TestCase("billing")]
    [TestCase("payer")]
    [TestCase("member")]
    [TestCase("lead")]
    [TestCase("attendee")]
    [TestCase("invitee")]
    [TestCase("respondent")]
    public void S9_whom_a_webhook_is_about_comes_first(string person) =>
        Find($$"""{"else":{"email":"a@b.co"},"the_{{person}}s":{"email":"b@b.co"} }""").Should().Equal($"the_{person}s.email", "else.email");

    [TestCase("support")]
    [TestCase("owner")]
    [TestCase("shop")]
    [TestCase("store")]
    [TestCase("merchant")]
    [TestCase("vendor")]
    [TestCase("from")]
    [TestCase("sender")]
    [TestCase("noreply")]
    [TestCase("reply")]
    [TestCase("committer")]
    [TestCase("admin")]
    [TestCase("account_manager")]
    [TestCase("organizer")]
    [TestCase("agent")]
    public void S9_who_sends_or_owns_something_comes_last(string other) =>
        Find($$"""{"the_{{other}}s":{"email":"a@b.co"},"else":{"email":"b@b.co"} }""").Should().Equal("else.email", $"the_{other}s.email");

    [TestCase("""{"x":"a@b.co","mail":"b@b.co"}""", "mail|x")]
    [TestCase("""{"x":"a@b.co","email2":"b@b.co"}""", "email2|x")]
    [TestCase("""{"home_email":"a@b.co","EMAIL":"b@b.co"}""", "EMAIL|home_email")]
    [TestCase("""{"email2":"a@b.co","home_email":"b@b.co"}""", "email2|home_email")]
    [TestCase("""{"emails":["a@b.co"],"x":{"home_email":"b@b.co"}}""", "emails.0|x.home_email")]
    [TestCase("""{"emails":["x","a@b.co"],"x":{"home_email":"b@b.co"}}""", "x.home_email|emails.1")]
    public void S9_the_name_and_the_place_in_a_list_count_then_the_order_of_the_payload(string json, string paths) =>
        Find(json).Should().Equal(paths.Split('|'));

    [Test]
    public void S9_a_likely_email_that_comes_late_takes_the_place_of_an_unlikely_one()
    {
        var notes = Enumerable.Range(0, EmailCandidates.Max).Select(i => $"note{i}").ToList();
        var fields = notes.Append("email").Select(name => $"\"{name}\":\"a@b.co\"");

        Find($"{{{string.Join(',', fields)}}}").Should().Equal(["email", .. notes.SkipLast(1)]);
    }

    // What counts is the length as it was sent, quotes included.
    [TestCase(320, true)]
    [TestCase(321, false)]
    public void S9_a_long_text_is_no_candidate(int length, bool isFound) =>
        Find($$"""{"email":"{{"a@b.co".PadRight(length - 2)}}"}""").Any().Should().Be(isFound);

    [Test]
    public void S9_paths_are_escaped_and_lead_back() =>
        Find("""{"a.b":{"x[0]":"ada@example.com"},"":"lost@example.com","plain":"not an email"}""").Should().Equal(@"a\.b.x\[0]");

    [Test]
    public void S9_the_root_may_be_a_list_or_a_text()
    {
        Find("""[{"email":"a@b.co"}]""").Should().Equal("0.email");
        Find("\"a@b.co\"").Should().BeEmpty();
    }

    [Test]
    public void S9_at_most_twenty_of_any_number_in_the_order_of_the_payload() =>
        Find($"[{string.Join(',', Enumerable.Repeat("\"a@b.co\"", 100_000))}]").Should()
            .HaveCount(EmailCandidates.Max).And.StartWith(["0", "1"]).And.EndWith("19");

    [Test]
    public void S9_a_deep_payload_is_walked()
    {
        var json = string.Concat(Enumerable.Repeat("{\"a\":", 64)) + "\"a@b.co\"" + new string('}', 64);

        Find(json).Should().ContainSingle().Which.Should().Be(string.Join('.', Enumerable.Repeat("a", 64)));
    }

    private static IEnumerable<string> Find(string json) => EmailCandidates.Find(Payloads.Json(json)).Select(path => path.Text);
}
