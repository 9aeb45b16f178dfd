using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts.ImportContacts;

/// <summary>Finds out which column of a file becomes which property.</summary>
internal static class ImportMapping
{
    /// <summary>What every contact has and a column can become.</summary>
    public static readonly IReadOnlyList<string> Properties = ["email", "externalId", "firstName", "lastName", "name"];

    /// <summary>Columns that are called like a property, however they are written: <c>First name</c>, <c>first_name</c>, <c>FIRSTNAME</c>.</summary>
    public static IReadOnlyDictionary<string, string> Guess(IEnumerable<string> columns, IEnumerable<string> customFields)
    {
        var known = Properties.Concat(customFields).GroupBy(Plain).ToDictionary(same => same.Key, same => same.First());
        known.TryAdd("emailaddress", "email");
        known.TryAdd("mail", "email");
        known.TryAdd("fullname", "name");
        var mapping = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            if (known.Remove(Plain(column), out var property) && !mapping.ContainsValue(property))
            {
                mapping.TryAdd(column, property);
            }
        }

        return mapping;
    }

    /// <summary>What is wrong with a mapping, as the end of a sentence; null when nothing is.</summary>
    /// <param name="columns">The file's columns; null when they differ from line to line.</param>
    public static string? ProblemOf(IReadOnlyDictionary<string, string> mapping, IReadOnlyList<string>? columns, IReadOnlyDictionary<string, CustomField> customFields)
    {
        if (!mapping.Values.Contains("email", StringComparer.Ordinal))
        {
            return "must say which column is the email";
        }

        foreach (var (column, property) in mapping)
        {
            if (!Properties.Contains(property, StringComparer.Ordinal) && !customFields.ContainsKey(property))
            {
                return $"has {property}, which is neither {string.Join(", ", Properties)} nor a declared custom field";
            }

            if (columns?.Contains(column, StringComparer.Ordinal) == false)
            {
                return $"has the column {column}, which isn't in the file";
            }
        }

        return mapping.Values.GroupBy(property => property).FirstOrDefault(same => same.Count() > 1) is { } twice ? $"has {twice.Key} more than once" : null;
    }

    private static string Plain(string name) => new([.. name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
