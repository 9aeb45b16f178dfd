using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Sendra.ArchitectureTests.TransactSql;

/// <summary>Microsoft's own parser for SQL Server 2022.</summary>
internal static class TSql
{
    /// <summary>What is wrong with a text: syntax errors, and constructs that not every compatible server takes.</summary>
    public static IReadOnlyList<string> ProblemsOf(string text)
    {
        var script = Parse(text, out var errors);
        if (errors.Count > 0)
        {
            return [.. errors.Select(error => $"{error.Line}:{error.Column} {error.Message}")];
        }

        var visitor = new UnwantedVisitor();
        script.Accept(visitor);
        return visitor.Found;
    }

    /// <summary>How many different parameters a text has.</summary>
    public static int ParametersOf(string text)
    {
        var visitor = new ParameterVisitor();
        Parse(text, out _).Accept(visitor);
        return visitor.Names.Count;
    }

    /// <summary>The tables of a text whose rows may be of any workspace.</summary>
    /// <param name="owned">The tables whose rows belong to a workspace.</param>
    public static IReadOnlyList<string> OfAnyWorkspace(string text, IReadOnlySet<string> owned)
    {
        var visitor = new WorkspaceVisitor();
        Parse(text, out _).Accept(visitor);
        return visitor.OfAny(owned);
    }

    /// <summary>True for a word that is no name without brackets.</summary>
    public static bool IsKeyword(string word)
    {
        using var reader = new StringReader(word);
        return new TSql160Parser(initialQuotedIdentifiers: true).GetTokenStream(reader, out _)[0].TokenType != TSqlTokenType.Identifier;
    }

    private static TSqlFragment Parse(string text, out IList<ParseError> errors)
    {
        using var reader = new StringReader(text);
        return new TSql160Parser(initialQuotedIdentifiers: true).Parse(reader, out errors);
    }
}
