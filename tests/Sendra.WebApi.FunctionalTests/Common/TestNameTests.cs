using System.Text.RegularExpressions;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary><c>build/test.sh</c> runs the tests of each database by name, and a name that no filter can hold would get lost.</summary>
internal sealed partial class TestNameTests
{
    [Test]
    public void No_name_holds_a_control_character()
    {
        ITest root = TestExecutionContext.CurrentContext.CurrentTest;
        while (root.Parent is { } parent)
        {
            root = parent;
        }

        string[] names = [.. NamesOf(root)];
        names.Should().HaveCountGreaterThan(500);
        names.Where(name => Control().IsMatch(name)).Should().BeEmpty("a TestName says it in words");
    }

    private static IEnumerable<string> NamesOf(ITest test) => test.IsSuite ? test.Tests.SelectMany(NamesOf) : [test.FullName];

    [GeneratedRegex(@"[\x00-\x1f]|(?<!\\)\\u00[01]")]
    private static partial Regex Control();
}
