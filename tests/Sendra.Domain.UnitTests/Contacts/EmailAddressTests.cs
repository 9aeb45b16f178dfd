using System.Globalization;
using Sendra.Domain.Contacts;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Contacts;

public sealed class EmailAddressTests
{
    [TestCase("ada@example.com", "ada@example.com")]
    [TestCase(" \t Ada@Example.COM\r\n", "ada@example.com")]
    [TestCase("ADA+News@example.com", "ada+news@example.com")]
    [TestCase("a.d.a@example.com", "a.d.a@example.com")]
    [TestCase("o'brien_1/2=x!#$%&*?^`{|}~-@mail.example.co.uk", "o'brien_1/2=x!#$%&*?^`{|}~-@mail.example.co.uk")]
    [TestCase("ada@BÜCHER.example", "ada@xn--bcher-kva.example")]
    [TestCase("ada@xn--BCHER-kva.example", "ada@xn--bcher-kva.example")]
    [TestCase("ada@例え.テスト", "ada@xn--r8jz45g.xn--zckzah")]
    [TestCase("ZOË@example.com", "zoë@example.com")]
    [TestCase("IRIS@EXAMPLE.COM", "iris@example.com")]
    [TestCase("\u212Aelvin@example.com", "kelvin@example.com")]
    [TestCase("zoe\u0308@example.com", "zo\u00eb@example.com")]
    public void E1_normalises(string text, string expected)
    {
        EmailAddress.TryParse(text, out var email, out var problem).Should().BeTrue(problem);

        email!.Value.Should().Be(expected);
        Make.Email(email.Value).Should().Be(email, "normalising twice is normalising once");
    }

    [Test]
    [SetCulture("tr-TR")]
    public void E1_reads_the_same_in_turkish()
    {
        CultureInfo.CurrentCulture.TextInfo.ToLower('I').Should().Be('ı', "the test needs the Turkish culture");

        Make.Email("IRIS@INFO.EXAMPLE").Value.Should().Be("iris@info.example");
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("   ")]
    [TestCase("ada")]
    [TestCase("ada@")]
    [TestCase("@example.com")]
    [TestCase("ada@example")]
    [TestCase("ada@example.")]
    [TestCase("ada@.example.com")]
    [TestCase("ada@exa mple.com")]
    [TestCase("ada@exa_mple.com")]
    [TestCase("ada@-example.com")]
    [TestCase("ada@example..com")]
    [TestCase("ada@@example.com")]
    [TestCase("ada@bob@example.com")]
    [TestCase("Ada <ada@example.com>")]
    [TestCase("<ada@example.com>")]
    [TestCase("ada@example.com, bob@example.com")]
    [TestCase("ada@example.com;bob@example.com")]
    [TestCase("ada(comment)@example.com")]
    [TestCase("ada bob@example.com")]
    [TestCase("ada\u0000@example.com")]
    [TestCase("a\u0007da@example.com")]
    [TestCase("ada\nbob@example.com")]
    [TestCase("mailto:ada@example.com@")]
    public void E1_refuses_what_is_no_single_address(string? text)
    {
        EmailAddress.TryParse(text, out var email, out var problem).Should().BeFalse();

        email.Should().BeNull();
        problem.Should().MatchRegex("^(is|must) ");
    }

    [Test]
    public void E1_refuses_half_a_surrogate_pair()
    {
        EmailAddress.TryParse("a\ud83d@example.com", out _, out var problem).Should().BeFalse();
        problem.Should().Be("must be valid Unicode");
    }

    [Test]
    public void E1_refuses_what_is_no_character()
    {
        // Inside a comment the parser lets it pass.
        foreach (var text in (string[])["ada@example.com(\ufffe)", "(\ufffe)ada@example.com", "a\ufffeda@example.com", "ada@exa\ufffemple.com"])
        {
            EmailAddress.TryParse(text, out _, out var problem).Should().BeFalse();
            problem.Should().Be("must be valid Unicode");
        }
    }

    [Test]
    public void E1_254_characters_pass_and_255_do_not()
    {
        static string Address(int length) => $"{new string('a', length - 12)}@example.com";

        EmailAddress.TryParse(Address(254), out _, out _).Should().BeTrue();
        EmailAddress.TryParse($"  {Address(254)}  ", out _, out _).Should().BeTrue();
        EmailAddress.TryParse(Address(255), out _, out var problem).Should().BeFalse();
        problem.Should().Be("must be at most 254 characters");
    }

    [Test]
    public void E1_the_length_counts_after_mapping_the_domain()
    {
        // Each ü costs more in ASCII than it does here.
        var text = $"{new string('a', 180)}@{string.Concat(Enumerable.Repeat("üüü.", 15))}com";
        text.Length.Should().BeLessThanOrEqualTo(EmailAddress.MaxLength);

        EmailAddress.TryParse(text, out _, out var problem).Should().BeFalse();
        problem.Should().Be("must be at most 254 characters");
    }
}
