package io.casemate.scan.template;

/** Chat templates in the manner of the well-known families, written for these tests. */
enum HonestTemplate {
    TURNS_BETWEEN_MARKS("""
            {% for message in messages %}{{ '<|im_start|>' + message['role'] + '\\n' + message['content'] + '<|im_end|>' + '\\n' }}{% endfor %}
            {%- if add_generation_prompt %}{{ '<|im_start|>assistant\\n' }}{% endif %}
            """),
    HEADERS_WITH_TOOLS("""
            {{- bos_token }}
            {%- if custom_tools is defined %}{%- set tools = custom_tools %}{%- endif %}
            {%- if not tools_in_user_message is defined %}{%- set tools_in_user_message = true %}{%- endif %}
            {%- if not date_string is defined %}
              {%- if strftime_now is defined %}{%- set date_string = strftime_now("%d %b %Y") %}
              {%- else %}{%- set date_string = "26 Jul 2024" %}{%- endif %}
            {%- endif %}
            {%- if messages[0]['role'] == 'system' %}
              {%- set system_message = messages[0]['content']|trim %}{%- set messages = messages[1:] %}
            {%- else %}{%- set system_message = "" %}{%- endif %}
            {%- for t in tools %}{{- t | tojson(indent=4) }}{{- "\\n\\n" }}{%- endfor %}
            {%- for message in messages %}
              {%- if not (message.role == 'ipython' or message.role == 'tool' or 'tool_calls' in message) %}
                {{- '<|start|>' + message['role'] + '<|end|>\\n\\n' + message['content'] | trim + '<|eot|>' }}
              {%- elif 'tool_calls' in message %}
                {%- if not message.tool_calls|length == 1 %}{{- raise_exception("one call at once!") }}{%- endif %}
                {%- set tool_call = message.tool_calls[0].function %}
                {{- '{"name": "' + tool_call.name + '", ' }}{{- tool_call.arguments | tojson }}{{- "}" }}
              {%- endif %}
            {%- endfor %}
            """),
    INSTRUCTIONS_IN_BRACKETS("""
            {%- set loop_messages = messages %}
            {%- set ns = namespace() %}{%- set ns.index = 0 %}
            {%- for message in loop_messages %}
              {%- if (message["role"] == "user") != (ns.index % 2 == 0) %}
                {{- raise_exception("roles must take turns") }}
              {%- endif %}
              {%- set ns.index = ns.index + 1 %}
            {%- endfor %}
            {%- for message in loop_messages %}
              {%- if message["role"] == "user" %}{{- "[INST] " + message["content"] + "[/INST]" }}
              {%- else %}
                {%- for key, val in message.items() if key != "id" %}{{- '"' + key + '": ' }}{%- if val is string %}{{- '"' + val + '"' }}{%- else %}{{- val|tojson }}{%- endif %}{%- if not loop.last %}, {% endif %}{%- endfor %}
                {{- " " + message["content"]|trim + eos_token }}
              {%- endif %}
            {%- endfor %}
            """),
    THOUGHTS_CUT_OUT("""
            {%- set ns = namespace(multi_step_tool=true, last_query_index=messages|length - 1) %}
            {%- for message in messages[::-1] %}
              {%- set index = (messages|length - 1) - loop.index0 %}
              {%- if ns.multi_step_tool and message.role == "user" and not(message.content.startswith('<tool_response>') and message.content.endswith('</tool_response>')) %}
                {%- set ns.multi_step_tool = false %}{%- set ns.last_query_index = index %}
              {%- endif %}
            {%- endfor %}
            {%- for message in messages %}
              {%- set content = message.content if message.content is string else '' %}
              {%- if '</think>' in content %}
                {%- set reasoning = content.split('</think>')[0].rstrip('\\n').split('<think>')[-1].lstrip('\\n') %}
                {%- set content = content.split('</think>')[-1].lstrip('\\n') %}
                {{- '<think>\\n' + reasoning.strip('\\n') + '\\n</think>\\n\\n' + content }}
              {%- endif %}
              {%- if (loop.index0 == 0 or messages[loop.index0 - 1].role != "tool") and loop.index0 > ns.last_query_index %}{{- message.role ~ "\\n" }}{%- endif %}
            {%- endfor %}
            {%- if enable_thinking is defined and enable_thinking is false %}{{- '<think>\\n\\n</think>\\n\\n' }}{%- endif %}
            """),
    TURNS_WITH_OTHER_ROLE_NAMES("""
            {{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system role') }}{% endif %}
            {% for message in messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('take turns') }}{% endif %}
            {% if (message['role'] == 'assistant') %}{% set role = 'model' %}{% else %}{% set role = message['role'] %}{% endif %}
            {{ '<start_of_turn>' + role + '\\n' + message['content'] | trim + '<end_of_turn>\\n' }}{% endfor %}
            {%- if message['content'] is iterable and message['content'] is not string -%}
              {%- for item in message['content'] -%}{%- if item['type'] == 'image' -%}{{ '<image>' }}{%- elif item['type'] == 'text' -%}{{ item['text'] | trim }}{%- endif -%}{%- endfor -%}
            {%- endif -%}
            """),
    MANY_FLAGS("""
            {% if not add_generation_prompt is defined %}{% set add_generation_prompt = false %}{% endif %}{% set ns = namespace(is_first=false, is_tool=false, is_output_first=true, system_prompt='') %}
            {%- for message in messages %}{%- if message['role'] == 'system' %}{% set ns.system_prompt = message['content'] %}{%- endif %}{%- endfor %}{{bos_token}}{{ns.system_prompt}}
            {%- for message in messages %}
              {%- if message['role'] == 'assistant' and message['content'] is none %}
                {%- for tool in message['tool_calls']%}{%- if not ns.is_first %}{{'<a>' + tool['type'] + '<b>' + tool['function']['name'] + '\\n' + '```json' + '\\n' + tool['function']['arguments'] + '\\n' + '```'}}{%- set ns.is_first = true -%}{%- endif %}{%- endfor %}
              {%- endif %}
            {%- endfor -%}
            """),
    MACROS_FOR_TYPES("""
            {%- macro json_to_python_type(json_spec) %}
            {%- set basic_type_map = {"string": "str", "number": "float", "integer": "int", "boolean": "bool"} %}
            {%- if basic_type_map[json_spec.type] is defined %}{{- basic_type_map[json_spec.type] }}
            {%- elif json_spec.type == "array" %}{{- "List[" + json_to_python_type(json_spec.items) + "]"}}
            {%- elif json_spec.type == "object" %}{{- "Dict[str, " + json_to_python_type(json_spec.additionalProperties) + ']'}}
            {%- elif json_spec.type is iterable %}{{- "Union[" }}{%- for t in json_spec.type %}{{- json_to_python_type({"type": t}) }}{%- if not loop.last %}{{- "," }}{%- endif %}{%- endfor %}{{- "]" }}
            {%- else %}{{- "Any" }}{%- endif %}
            {%- endmacro %}
            {% macro document_turn(documents) -%}{% for doc in documents %}{{ loop.index0 }}: {{ doc | map(attribute='title') | join(', ') }}{% endfor %}{%- endmacro %}
            {%- for message in messages|rejectattr("role", "equalto", "system") %}{% generation %}{{ message.content }}{% endgeneration %}{% endfor %}
            {{ tools | selectattr('type', 'equalto', 'function') | list | length }}{% filter upper %}a{% endfilter %}
            """),
    SHORT_MARKS(
            "{% for message in messages %}{% if message['role'] == 'system' and message['content'] %}{{'<|system|>\\n' + message['content'] + '<|end|>\\n'}}{% elif message['role'] == 'user' %}{{'<|user|>\\n' + message['content'] + '<|end|>\\n'}}{% endif %}{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>\\n' }}{% else %}{{ eos_token }}{% endif %}"),
    LOOPS_WITH_CONTROLS("""
            {%- for tool in tools %}{% if tool.name in ('a', 'b') %}{% continue %}{% endif %}{% do seen.append(tool) %}{{ "%s: %s"|format(tool.name, tool.description) }}
            {%- for name, spec in tool.parameters.properties|dictsort %}{{ name.replace('-', '_') }}{{ " (required)" if name in tool.parameters.required else "" }}{% endfor %}{% endfor %}
            {%- for i in range(messages|length) %}{{ messages[i].content[:200] }}{% if i > 3 %}{% break %}{% endif %}{% endfor %}
            {# a comment with {{ nothing }} in it #}{% raw %}{{ not.a.__class__ }}{% endraw %}{{ {'a': 1}.get('a', -1) }}{{ 2 ** 3 // 2 }}
            {% call(item) listing(messages) %}{{ item }}{% endcall %}{% with a = 1, b = 2 %}{{ a + b }}{% endwith %}{{ '=' * 80 }}
            """);

    final String template;

    HonestTemplate(String template) {
        this.template = template;
    }
}
