using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Sendra.ArchitectureTests.Sources;

namespace Sendra.ArchitectureTests.Documents;

/// <summary>docs/asvs.md says of each requirement what is so, and by which test.</summary>
internal sealed partial class AsvsTests
{
    // How many requirements of levels 1 and 2 each chapter has, from V1 to V17.
    private static readonly int[] Requirements = [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7];

    private static readonly string[] Statuses = ["met", "not applicable", "accepted"];

    private static readonly Match[] Rows = [.. Row().Matches(File.ReadAllText(Document())).Cast<Match>()];

    [Test]
    public void Each_requirement_is_there_once_and_in_order()
    {
        Version[] numbers = [.. Rows.Select(row => Version.Parse(row.Groups["number"].Value))];

        numbers.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        numbers.CountBy(number => number.Major).Select(chapter => chapter.Value).Should().Equal(Requirements);
        Rows.Select(row => row.Groups["status"].Value).Should().BeSubsetOf(Statuses);
    }

    [Test]
    public void What_is_met_names_a_test_and_what_is_accepted_a_reason()
    {
        Rows.Where(row => row.Groups["status"].Value == "met" && !Test().IsMatch(row.Groups["tests"].Value)).Select(row => row.Value).Should().BeEmpty();
        Rows.Where(row => row.Groups["reason"].Value.Trim().Length == 0).Select(row => row.Value).Should().BeEmpty();
    }

    [Test]
    public void Each_test_that_is_named_exists()
    {
        var tests = SourceFile.Tests.ToLookup(file => file.Name, file => file.Code);
        string[] named = [.. Rows.SelectMany(row => Test().Matches(row.Groups["tests"].Value)).Select(test => test.Groups["name"].Value).Distinct()];

        named.Should().HaveCountGreaterThan(50);
        named.Where(name => name.Split('.') is not [var type, var method] || !tests[type].Any(text => text.Contains($" {method}(", StringComparison.Ordinal)))
            .Should().BeEmpty();
    }

    private static string Document([CallerFilePath] string self = "") => Path.Combine(Path.GetDirectoryName(self)!, "..", "..", "..", "docs", "asvs.md");

    [GeneratedRegex(@"^\| (?<number>\d+\.\d+\.\d+) \| (?<status>[^|]+) \| (?<reason>[^|]+) \|(?<tests>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[A-Za-z0-9]+\\.[A-Za-z0-9_]+)`")]
    private static partial Regex Test();
}
