namespace Sendra.WebApi.Compat.Customerio;

/// <summary>What of a batch was not done.</summary>
/// <param name="Errors">One for each such operation.</param>
public sealed record CustomerioBatchErrors(IReadOnlyList<CustomerioBatchError> Errors);
