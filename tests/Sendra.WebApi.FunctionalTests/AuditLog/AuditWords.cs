using System.Text.Json;
using Sendra.WebApi.FunctionalTests.Ingestion;

namespace Sendra.WebApi.FunctionalTests.AuditLog;

/// <summary>What tests of the audit log say.</summary>
internal static class AuditWords
{
    public const string Path = "/api/audit-log";

    /// <summary>The entries of the client's workspace, newest first.</summary>
    public static Task<JsonElement[]> AuditLogAsync(this TestClient owner, string query = "") => owner.ItemsAsync($"{Path}?limit=200{query}");

    /// <summary>What was done to what, newest first.</summary>
    public static async Task<string[]> AuditedAsync(this TestClient owner, string query = "") => [.. (await owner.AuditLogAsync(query)).Select(Done)];

    public static string Done(this JsonElement line) => $"{line.Text("action")} {line.GetProperty("target").Text("type")}";

    public static string Actor(this JsonElement line) => $"{line.GetProperty("actor").Text("type")} {line.GetProperty("actor").Text("name")}";
}
