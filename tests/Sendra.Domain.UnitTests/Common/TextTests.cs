using Sendra.Domain.Common;

namespace Sendra.Domain.UnitTests.Common;

public sealed class TextTests
{
    [TestCase("abc", 3, "abc")]
    [TestCase("abcd", 3, "abc")]
    [TestCase("ab😀", 4, "ab😀")]
    [TestCase("ab😀", 3, "ab")]
    [TestCase("a😀b", 3, "a😀")]
    public void Truncating_never_halves_a_character(string text, int length, string expected) => Text.Truncate(text, length).Should().Be(expected);

    [TestCase("a", false)]
    [TestCase("😀", false)]
    [TestCase("a\u001f", true)]
    [TestCase("\u007f", true)]
    [TestCase("a\u0000b", true)]
    public void Control_characters_are_found(string text, bool found) => Text.HasControlCharacter(text).Should().Be(found);
}
