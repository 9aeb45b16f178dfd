using Microsoft.OpenApi;
using Sendra.WebApi.Contracts.Events;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace Sendra.WebApi.Swagger;

/// <summary>Shows the events of a batch as what they are meant to be, though they are read one by one.</summary>
internal sealed class BatchItems : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (context.Type == typeof(SendEventBatchRequest) && schema.Properties?["events"] is OpenApiSchema events)
        {
            events.Items = context.SchemaGenerator.GenerateSchema(typeof(SendEventRequest), context.SchemaRepository);
            events.MinItems = 1;
            events.MaxItems = Application.Events.SendEventBatch.SendEventBatchCommand.MaxEvents;
        }
    }
}
