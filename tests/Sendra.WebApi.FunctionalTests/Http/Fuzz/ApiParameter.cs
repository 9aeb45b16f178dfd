using System.Text.Json;

namespace Sendra.WebApi.FunctionalTests.Http.Fuzz;

/// <summary>A parameter of a call.</summary>
/// <param name="Name">Its name.</param>
/// <param name="In"><c>path</c>, <c>query</c> or <c>header</c>.</param>
/// <param name="Schema">What it takes.</param>
internal sealed record ApiParameter(string Name, string In, JsonElement Schema);
