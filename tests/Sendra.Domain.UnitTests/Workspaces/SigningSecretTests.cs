using Sendra.Domain.Workspaces;

namespace Sendra.Domain.UnitTests.Workspaces;

internal sealed class SigningSecretTests
{
    [Test]
    public void A_secret_is_read_back_and_shows_in_no_text()
    {
        var secret = SigningSecret.New();

        SigningSecret.TryParse(secret.Reveal(), out var read).Should().BeTrue();
        read!.Sign("text"u8).Should().Equal(secret.Sign("text"u8));
        secret.Reveal().Should().StartWith("whsec_").And.NotBe(SigningSecret.New().Reveal());
        $"{secret}".Should().Be("whsec_…");
    }

    [TestCase("")]
    [TestCase("whsec_")]
    [TestCase("whsec_c2hvcnQ=")]
    [TestCase("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")]
    public void What_is_no_secret_is_refused(string text) => SigningSecret.TryParse(text, out _).Should().BeFalse();
}
