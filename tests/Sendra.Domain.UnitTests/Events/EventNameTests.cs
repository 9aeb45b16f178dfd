using Sendra.Domain.Events;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.Events;

public sealed class EventNameTests
{
    [TestCase("signUp")]
    [TestCase("a")]
    [TestCase("has spaces inside")]
    [TestCase("1st / über — 😀")]
    [TestCase("'; DROP TABLE events; --")]
    public void E2_any_text_is_kept_exactly(string text) => Make.Name(text).Value.Should().Be(text);

    [TestCase(null)]
    [TestCase("")]
    [TestCase(" ")]
    [TestCase(" a")]
    [TestCase("a ")]
    [TestCase("a\u00a0")]
    [TestCase("\u2003a")]
    [TestCase("a\tb")]
    [TestCase("a\n")]
    [TestCase("a\u0000b")]
    [TestCase("a\u0085b")]
    public void E2_control_characters_and_outer_white_space_are_refused(string? text)
    {
        EventName.TryParse(text, out var name, out var problem).Should().BeFalse();

        name.Should().BeNull();
        problem.Should().MatchRegex("^(is|must) ");
    }

    // Attributes can't hold such text.
    [Test]
    public void E2_half_a_surrogate_pair_is_refused()
    {
        foreach (var text in new[] { "a\ud83d", "\ude00a", "a\ud83d\ud83d\ude00" })
        {
            EventName.TryParse(text, out _, out _).Should().BeFalse();
        }
    }

    [Test]
    public void E2_255_characters_pass_and_256_do_not()
    {
        EventName.TryParse(new string('n', 255), out _, out _).Should().BeTrue();
        EventName.TryParse(new string('n', 256), out _, out _).Should().BeFalse();
    }

    [Test]
    public void E2_names_compare_ordinally()
    {
        Make.Name("signUp").Should().NotBe(Make.Name("signup"));
        Make.Name("é").Should().NotBe(Make.Name("e\u0301"));
    }
}
