using Sendra.WebApi.Contracts;

namespace Sendra.WebApi.Compat.Common;

/// <summary>What went wrong, in the words of another product: its names for our fields.</summary>
internal static class CompatErrors
{
    /// <summary>All that is wrong, in sentences.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="names">The product's names of fields, by ours.</param>
    public static string Words(this Problem problem, params (string Ours, string Theirs)[] names)
    {
        var words = problem.Errors is { Count: > 0 } errors ? string.Join(' ', errors.Values.SelectMany(messages => messages)) : problem.Detail ?? $"{problem.Title}.";
        foreach (var (ours, theirs) in names)
        {
            words = words.Replace(ours, theirs, StringComparison.Ordinal);
        }

        return words;
    }
}
