using System.Text.RegularExpressions;

namespace Sendra.ArchitectureTests.Sources;

/// <summary>The one thing that <c>dotnet format</c> would find which neither the build nor the look at white space does.</summary>
internal sealed partial class UsingTests
{
    [Test]
    public void Usings_are_sorted_and_those_of_System_come_first() =>
        SourceFile.All.Concat(SourceFile.Tests).Where(file => !AreSorted(file.Code)).Select(file => file.Path).Should().BeEmpty();

    [TestCase("using System;\nusing A.Events;\nusing A.EventSources;\n", true)]
    [TestCase("using A.EventSources;\nusing A.Events;\n", false)]
    [TestCase("using A;\nusing System.Text;\n", false)]
    public void It_is_noticed(string code, bool sorted) => AreSorted(code).Should().Be(sorted);

    // Part by part: Events comes before EventSources.
    private static bool AreSorted(string code)
    {
        string[] usings = [.. Using().Matches(code).Select(match => match.Groups[1].Value.Replace('.', '\u0001'))];
        return usings.SequenceEqual(usings
            .OrderBy(used => used.Split('\u0001')[0] != "System")
            .ThenBy(used => used, StringComparer.OrdinalIgnoreCase));
    }

    [GeneratedRegex(@"^using ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();
}
