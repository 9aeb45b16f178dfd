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
