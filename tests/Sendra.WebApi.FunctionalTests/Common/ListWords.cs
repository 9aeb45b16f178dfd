using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Common;

/// <summary>What tests of lists need again and again.</summary>
internal static class ListWords
{
    /// <summary>All items of a list, read part by part.</summary>
    public static async Task<IReadOnlyList<JsonElement>> ReadAllAsync(this TestClient client, string path, int limit = 2)
    {
        var items = new List<JsonElement>();
        for (var cursor = ""; cursor is not null;)
        {
            var part = (await client.GetAsync($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}{cursor}")).ShouldBe(200).Json;
            items.AddRange(part.GetProperty("items").EnumerateArray());
            part.GetProperty("items").GetArrayLength().Should().BeLessThanOrEqualTo(limit);
            cursor = part.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : null;
        }

        return items;
    }

    /// <summary>One text field of each item.</summary>
    public static async Task<IReadOnlyList<string?>> ReadAllAsync(this TestClient client, string path, string field, int limit = 2) =>
        [.. (await client.ReadAllAsync(path, limit)).Select(item => item.GetProperty(field).GetString())];

    /// <summary>Checks that a list refuses bad paging by the parameter's name.</summary>
    public static async Task ShouldPageStrictlyAsync(this TestClient client, string path)
    {
        (await client.GetAsync($"{path}?limit=0")).ShouldRefuse("limit");
        (await client.GetAsync($"{path}?limit=201")).ShouldRefuse("limit");
        (await client.GetAsync($"{path}?limit=many")).ShouldRefuse("limit");
        (await client.GetAsync($"{path}?cursor=nonsense")).ShouldRefuse("cursor");
        (await client.GetAsync($"{path}?cursor=-AA")).ShouldRefuse("cursor");
        (await client.GetAsync($"{path}?limit=200&unknown=1")).ShouldBe(200);
    }
}
