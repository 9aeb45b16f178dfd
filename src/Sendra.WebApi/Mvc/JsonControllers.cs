using System.Text.Json;
using FluentValidation;
using FluentValidation.Results;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Mvc;

/// <summary>Controllers that speak <see cref="ApiJson"/> and nothing else.</summary>
internal static class JsonControllers
{
    // At Trace, MVC writes down what an action was called with: people's data. The level holds whatever the settings say, so a lower one
    // would write its lines for each call by default.
    private const string ArgumentsLog = "Microsoft.AspNetCore.Mvc.Infrastructure.ControllerActionInvoker";

    public static IServiceCollection AddJsonControllers(this IServiceCollection services)
    {
        services
            .AddLogging(logging => logging.AddFilter(ArgumentsLog, LogLevel.Warning))
            .AddControllers(options =>
            {
                options.InputFormatters.Clear();
                options.InputFormatters.Add(new JsonBodyFormatter());
                options.OutputFormatters.Clear();
                options.OutputFormatters.Add(JsonAnswers());

                options.ModelBinderProviders.Insert(0, new ChoiceBinder.Provider());

                // No call takes a form, and MVC fails on one that it can't read before anybody refuses it.
                options.ValueProviderFactories.RemoveType<FormValueProviderFactory>();
                options.ValueProviderFactories.RemoveType<FormFileValueProviderFactory>();
                options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();

                options.ModelValidatorProviders.Clear();
                options.ModelValidatorProviders.Add(new NoValidators());
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            })
            .AddJsonOptions(options => ApiJson.Configure(options.JsonSerializerOptions))
            .ConfigureApiBehaviorOptions(options =>
            {
                options.SuppressMapClientErrors = true;
                options.InvalidModelStateResponseFactory = context => throw Unreadable(context.ModelState);
            });
        return services;
    }

    private static SystemTextJsonOutputFormatter JsonAnswers()
    {
        var formatter = new SystemTextJsonOutputFormatter(ApiJson.Options);
        formatter.SupportedMediaTypes.Clear();
        formatter.SupportedMediaTypes.Add("application/json");
        return formatter;
    }

    // What is left to MVC are query values that are no number, time or name of a choice.
    private static ValidationException Unreadable(ModelStateDictionary state) => new(
        from entry in state
        from error in entry.Value.Errors
        let field = entry.Key.Length == 0 ? JsonBody.WholeBody : JsonNamingPolicy.CamelCase.ConvertName(entry.Key)
        select new ValidationFailure(field, $"{field} can't be read: {error.ErrorMessage}"));
}
