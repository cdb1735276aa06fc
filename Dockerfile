FROM python:3.11-slim AS build
WORKDIR /src
COPY requirements/run.txt requirements/
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements/run.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
COPY summarizer summarizer
COPY config config
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.11-slim
ENV PATH=/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 NUTGRAF_DATA_DIR=/data
COPY --from=build /venv /venv
RUN useradd --uid 10001 --no-create-home nutgraf && install -d -o nutgraf -g nutgraf /data
USER 10001
WORKDIR /data
VOLUME /data
HEALTHCHECK --interval=60s --timeout=10s --start-period=60s CMD ["nutgraf", "doctor", "--quiet"]
CMD ["nutgraf", "run"]
