using Sendra.Domain.EventPatterns;
using Sendra.Domain.UnitTests.Common;

namespace Sendra.Domain.UnitTests.EventPatterns;

public sealed class PatternNameTests
{
    [TestCase("a")]
    [TestCase("Z")]
    [TestCase("signUp_v2.final-1")]
    public void P1_legal(string text)
    {
        PatternName.TryParse(text, out var name, out _).Should().BeTrue();
        name!.Value.Should().Be(text);
    }

    [TestCase(null, "is required")]
    [TestCase("", "is required")]
    [TestCase("1a", "must start with a letter (A to Z)")]
    [TestCase("_a", "must start with a letter (A to Z)")]
    [TestCase("éa", "must start with a letter (A to Z)")]
    [TestCase("\u212Aelvin", "must start with a letter (A to Z)")]
    [TestCase("a b", "may contain only letters, digits, _, . and -")]
    [TestCase("aé", "may contain only letters, digits, _, . and -")]
    [TestCase("a\u0661", "may contain only letters, digits, _, . and -")]
    [TestCase("a\n", "may contain only letters, digits, _, . and -")]
    [TestCase("a/b", "may contain only letters, digits, _, . and -")]
    public void P1_illegal(string? text, string expected)
    {
        PatternName.TryParse(text, out var name, out var problem).Should().BeFalse();
        name.Should().BeNull();
        problem.Should().Be(expected);
    }

    [Test]
    public void P1_120_characters_pass_and_121_do_not()
    {
        PatternName.TryParse(new string('a', 120), out _, out _).Should().BeTrue();
        PatternName.TryParse(new string('a', 121), out _, out _).Should().BeFalse();
    }

    [TestCase(null, null)]
    [TestCase("  ", null)]
    [TestCase(" A\nb ", "A\nb")]
    public void P1_a_description_is_trimmed_text_or_none(string? text, string? expected)
    {
        PatternName.TryParse("a", out var name, out _).Should().BeTrue();
        var pattern = EventPattern.Declare(Make.Id<EventPatternId>(), Make.WorkspaceId, name!, text);
        pattern.Description.Should().Be(expected);

        pattern.Describe("other");
        pattern.Describe(text);
        pattern.Description.Should().Be(expected);
    }
}
