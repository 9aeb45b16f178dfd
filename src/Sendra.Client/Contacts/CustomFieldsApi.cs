using Sendra.Client.Http;

namespace Sendra.Client.Contacts;

/// <summary>The fields that contacts have beside their names.</summary>
public sealed class CustomFieldsApi
{
    private readonly ApiConnection _api;

    internal CustomFieldsApi(ApiConnection api) => _api = api;

    /// <summary>Reads all declared fields, page by page.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<CustomField> ListAllAsync(CancellationToken cancellationToken = default) =>
        _api.ListAllAsync<CustomField>(() => new Query("api/custom-fields"), cancellationToken);

    /// <summary>Declares a field. One that is declared already, with the same type, is returned as it is.</summary>
    /// <param name="field">The field.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<CustomField> DeclareAsync(CustomFieldDefinition field, CancellationToken cancellationToken = default) =>
        _api.SendAsync<CustomField>(new ApiCall(HttpMethod.Post, "api/custom-fields") { Body = field, IsRepeatable = true }, cancellationToken);

    /// <summary>Deletes a field, with the values that contacts have.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task DeleteAsync(string name, CancellationToken cancellationToken = default) =>
        _api.SendAsync(new ApiCall(HttpMethod.Delete, Query.Path("api/custom-fields", name)), cancellationToken);
}
