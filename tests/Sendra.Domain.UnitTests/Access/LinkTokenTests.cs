using System.Security.Cryptography;
using System.Text;
using Sendra.Domain.Access;

namespace Sendra.Domain.UnitTests.Access;

public sealed class LinkTokenTests
{
    [Test]
    public void W1_a_link_is_base62_and_looked_up_by_its_sha256()
    {
        var token = LinkToken.New();

        token.Reveal().Should().MatchRegex("^[0-9A-Za-z]{32}$");
        LinkToken.TryParse(token.Reveal(), out var parsed).Should().BeTrue();
        parsed!.Hash.Should().Be(Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token.Reveal())))).And.Be(token.Hash);
    }

    [Test]
    public void W1_a_link_hides_itself_from_logs()
    {
        var token = LinkToken.New();

        $"{token}".Should().NotContain(token.Reveal());
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("0123456789ABCDEFGHIJKLMNOPQRSTU")]
    [TestCase("0123456789ABCDEFGHIJKLMNOPQRSTUVW")]
    [TestCase("0123456789ABCDEFGHIJKLMNOPQRST-_")]
    [TestCase("0123456789ABCDEFGHIJKLMNOPQRSTUé")]
    public void W1_what_cannot_be_a_link_needs_no_look_up(string? text)
    {
        LinkToken.TryParse(text, out var token).Should().BeFalse();
        token.Should().BeNull();
    }
}
