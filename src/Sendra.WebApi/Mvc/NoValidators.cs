using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Sendra.WebApi.Mvc;

/// <summary>
/// Tells MVC that it validates nothing: commands are validated behind MediatR, in one place for every door. With no provider at all, MVC would
/// walk through every event of a batch to look for validators.
/// </summary>
internal sealed class NoValidators : IMetadataBasedModelValidatorProvider
{
    public bool HasValidators(Type modelType, IList<object> validatorMetadata) => false;

    public void CreateValidators(ModelValidatorProviderContext context)
    {
    }
}
