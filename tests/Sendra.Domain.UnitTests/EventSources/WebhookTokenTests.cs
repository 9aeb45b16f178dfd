using System.Security.Cryptography;
using System.Text;
using Sendra.Domain.EventSources;

namespace Sendra.Domain.UnitTests.EventSources;

public sealed class WebhookTokenTests
{
    [Test]
    public void S1_a_token_is_base62_with_over_160_random_bits()
    {
        var token = WebhookToken.New();

        token.Reveal().Should().MatchRegex("^[0-9A-Za-z]{32}$");
        (WebhookToken.Length * Math.Log2(62)).Should().BeGreaterThan(160);
        Enumerable.Range(0, 1_000).Select(_ => WebhookToken.New().Reveal()).Should().OnlyHaveUniqueItems();
    }

    [Test]
    public void S1_a_token_is_looked_up_by_its_sha256()
    {
        var token = WebhookToken.New();
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token.Reveal())));

        WebhookToken.TryParse(token.Reveal(), out var parsed).Should().BeTrue();
        parsed!.Hash.Should().Be(expected).And.HaveLength(WebhookToken.HashLength);
        parsed.Should().Be(token);
    }

    [Test]
    public void S1_a_token_equals_no_other()
    {
        var token = WebhookToken.New();

        token.Equals(WebhookToken.New()).Should().BeFalse();
        token.Equals(null).Should().BeFalse();
    }

    [Test]
    public void S1_a_token_hides_itself_from_logs()
    {
        var token = WebhookToken.New();

        $"{token}".Should().NotContain(token.Reveal());
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("short")]
    [TestCase("0123456789ABCDEFGHIJKLMNOPQRST-_")]
    [TestCase("0123456789ABCDEFGHIJKLMNOPQRSTUVW")]
    [TestCase("0123456789ABCDEFGHIJKLMNOPQRSTUé")]
    public void S1_what_cannot_be_a_token_needs_no_look_up(string? text) => WebhookToken.TryParse(text, out _).Should().BeFalse();
}
