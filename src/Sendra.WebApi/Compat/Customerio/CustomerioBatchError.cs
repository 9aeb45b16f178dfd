using System.Text.Json.Serialization;

namespace Sendra.WebApi.Compat.Customerio;

/// <summary>Why an operation of a batch was not done.</summary>
/// <param name="BatchIndex">Its place in the batch, from 0.</param>
/// <param name="Reason">Always <c>invalid</c>.</param>
/// <param name="Field">The field that is wrong.</param>
/// <param name="Message">A sentence for people.</param>
public sealed record CustomerioBatchError([property: JsonPropertyName("batch_index")] int BatchIndex, string Reason, string Field, string Message);
