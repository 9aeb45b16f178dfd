namespace Sendra.WebApi.FunctionalTests.Http.Fuzz;

/// <summary>What means something to the server that is tested.</summary>
/// <param name="ids">Ids by the noun that stands before them in a path.</param>
/// <param name="texts">Texts for anywhere.</param>
internal sealed class Known(IReadOnlyDictionary<string, IReadOnlyList<string>> ids, IReadOnlyList<string> texts)
{
    public IReadOnlyList<string> Texts => texts;

    /// <summary>The ids that fit a path such as <c>/api/contacts/{id}</c>.</summary>
    public IReadOnlyList<string> IdsFor(string path) => ids.GetValueOrDefault(path.Split('/')[2]) ?? [];
}
